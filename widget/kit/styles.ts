import tokens from './tokens.css';

const sheets: string[] = [tokens];
let joined: CSSStyleSheet | undefined;

/**
 * Registers the CSS of a component. Called once at the top of the component's file, so that a bundle carries the CSS of exactly
 * the components it imports, in the order of the imports: what uses a component comes after it and may refine it.
 */
export function style(css: string): void {
  sheets.push(css);
  joined = undefined;
}

/**
 * Gives a document or shadow root the tokens and the CSS of every component. A constructed sheet, so that it works under a host's
 * `style-src 'none'`. Everything is scoped below an element of class `bookpane`, which the caller renders.
 */
export function adoptStyles(root: Document | ShadowRoot): void {
  if (!joined) {
    joined = new CSSStyleSheet();
    joined.replaceSync(sheets.join('\n'));
  }
  if (!root.adoptedStyleSheets.includes(joined)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, joined];
}
