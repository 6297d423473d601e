import { bookingFrame } from './frame.js';
import { coloursOf, inFrame } from './in-frame.js';
import type { Letter } from './letter.js';
import { momentLine } from './moments.js';

const inBookingFrame = inFrame(bookingFrame);

const signs = { good: '✓', waiting: '○', off: '✕' };
const statusColours = { good: '#17683c', waiting: '#854a00', off: '#b0251d' };

/** A letter as HTML, in the one frame that all letters have. `accent` is the business's colour, `#rrggbb`. */
export const htmlLetter = (letter: Letter, accent: string | null | undefined): string =>
  inBookingFrame({
    letter,
    off: letter.status.kind === 'off',
    sign: signs[letter.status.kind],
    statusColour: statusColours[letter.status.kind],
    preview: `${momentLine(letter.moment)} · ${letter.facts[0]?.lines[0] ?? ''}`,
    colours: coloursOf(accent),
  });
