import { Liquid } from 'liquidjs';
import { accentOr, inkOn, readableOn } from './accent.js';
import { frame } from './frame.js';
import type { Letter } from './letter.js';
import { momentLine } from './moments.js';
import { literalHtml } from './plain-html.js';

// Everything is escaped on its way out, and no template is ever made from what a person typed (ATTACKS S39).
const liquid = new Liquid({
  outputEscape: 'escape',
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: false,
});
liquid.registerFilter('literal', { handler: (text: unknown) => literalHtml(String(text ?? '')), raw: true });
const template = liquid.parse(frame);

const signs = { good: '✓', waiting: '○', off: '✕' };
const statusColours = { good: '#17683c', waiting: '#854a00', off: '#b0251d' };
const darkSurface = '#1a1c1f';

/** A letter as HTML, in the one frame that all letters have. `accent` is the business's colour, `#rrggbb`. */
export function htmlLetter(letter: Letter, accent: string | null | undefined): string {
  const fill = accentOr(accent);
  const fillDark = readableOn(fill, darkSurface);
  return liquid.renderSync(template, {
    letter,
    off: letter.status.kind === 'off',
    sign: signs[letter.status.kind],
    statusColour: statusColours[letter.status.kind],
    preview: `${momentLine(letter.moment)} · ${letter.facts[0]?.lines[0] ?? ''}`,
    colours: {
      fill,
      ink: inkOn(fill),
      link: readableOn(fill, '#ffffff'),
      fillDark,
      inkDark: inkOn(fillDark),
      linkDark: fillDark,
    },
  }) as string;
}
