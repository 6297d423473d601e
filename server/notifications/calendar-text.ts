/*
 * RFC 5545 as text: how values are written so that nothing a person typed can end a line and begin a property of its own
 * (ATTACKS S50), and how long lines are folded.
 */

/** A TEXT value (section 3.3.11): line ends become `\n`, and control characters go. */
export const calendarText = (text: string): string =>
  text
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: section 3.1 allows none but the tab
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

/** A quoted parameter value by RFC 6868, so that it can hold quotation marks and still not line ends. */
export const calendarParameter = (text: string): string =>
  `"${text
    .replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: section 3.1 allows none but the tab
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll('^', '^^')
    .replaceAll('"', "^'")}"`;

/** A DATE-TIME in UTC (section 3.3.5, form 2): `20261124T143000Z`. */
export const calendarInstant = (instant: number): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const widest = 75;

/** Folds one content line at 75 octets (section 3.1), never within a character. */
export function foldLine(line: string): string {
  if (Buffer.byteLength(line) <= widest) return line;
  let folded = '';
  let width = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (width + octets > widest) {
      folded += '\r\n ';
      width = 1;
    }
    folded += character;
    width += octets;
  }
  return folded;
}

/** Content lines as a calendar stream holds them. */
export const calendarLines = (lines: readonly string[]): string =>
  lines.map((line) => `${foldLine(line)}\r\n`).join('');

/** Puts `text` in the place of `mark` in a finished calendar stream and folds its lines anew. */
export const replaceInCalendar = (stream: string, mark: string, text: string): string =>
  calendarLines(
    stream
      .replace(/\r\n[ \t]/g, '')
      .replaceAll(mark, () => calendarText(text))
      .split('\r\n')
      .slice(0, -1),
  );
