import type { Letter } from './letter.js';
import { momentLine } from './moments.js';

/** A letter as plain text. */
export function plainLetter({
  business,
  status,
  moment,
  ownMoment,
  intro,
  facts,
  button,
  notes,
  footer,
}: Letter): string {
  const paragraphs = [
    `${business}\n${status.word}`,
    intro,
    [momentLine(moment), ...(ownMoment ? [ownMoment] : [])].join('\n'),
    facts.map(({ label, lines }) => `${label}: ${lines.join('\n  ')}`).join('\n'),
    ...(button ? [`${button.label}: ${button.url}`] : []),
    ...notes,
    `-- \n${footer.join('\n')}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}
