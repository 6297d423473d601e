import { Liquid } from 'liquidjs';
import { accentOr, inkOn, readableOn } from './accent.js';
import { literalHtml } from './plain-html.js';

// Everything is escaped on its way out, and no template is ever made from what a person typed (ATTACKS S39).
const liquid = new Liquid({
  outputEscape: 'escape',
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: false,
});
liquid.registerFilter('literal', { handler: (text: unknown) => literalHtml(String(text ?? '')), raw: true });
/** For HTML that our own code has made. */
liquid.registerFilter('ready', { handler: (html: unknown) => html, raw: true });

const darkSurface = '#1a1c1f';

/** The colours that a frame asks for, made from the business's accent (`#rrggbb`). */
export function coloursOf(accent: string | null | undefined) {
  const fill = accentOr(accent);
  const fillDark = readableOn(fill, darkSurface);
  return {
    fill,
    ink: inkOn(fill),
    link: readableOn(fill, '#ffffff'),
    fillDark,
    inkDark: inkOn(fillDark),
    linkDark: fillDark,
  };
}

/** A frame made ready to be filled in. */
export function inFrame(frame: string): (values: object) => string {
  const template = liquid.parse(frame);
  return (values) => liquid.renderSync(template, values) as string;
}
