import { useMemo, useRef } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { mailSource } from './mail-source.js';

export interface MailFrameProps {
  /** The mail's HTML. It never runs: the frame has no scripts, and the page's own policy holds in it as well. */
  source: string;
  title: string;
}

/**
 * A mail in a sandboxed frame. A `srcdoc` frame inherits the page's policy, which refuses styles written into the document (all
 * that a mail has); so they travel as data, and are put in place from outside, through the CSSOM, which the policy allows.
 */
export function MailFrame({ source, title }: MailFrameProps): View {
  const frame = useRef<HTMLIFrameElement>(null);
  const { document: text, sheets } = useMemo(() => mailSource(source), [source]);
  const onLoad = () => {
    const inside = frame.current?.contentDocument;
    const Sheet = (frame.current?.contentWindow as (Window & typeof globalThis) | null)?.CSSStyleSheet;
    if (!inside || !Sheet) return;
    for (const element of inside.querySelectorAll<HTMLElement>('[data-style]'))
      element.style.cssText = element.dataset['style'] ?? '';
    inside.adoptedStyleSheets = sheets.map((css) => {
      const sheet = new Sheet();
      sheet.replaceSync(css);
      return sheet;
    });
  };
  return html`<iframe
    ref=${frame}
    class="mail-frame"
    title=${title}
    sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    srcdoc=${text}
    onLoad=${onLoad}
  ></iframe>`;
}
