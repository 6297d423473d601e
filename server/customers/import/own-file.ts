import { exportColumns } from '../export/columns.js';
import { guard, unguard } from '../export/spreadsheet-safe.js';
import { fieldNamed } from '../nationality/profiles.js';

const ownHeaders = new Set<string>(Object.values(exportColumns).map(({ header }) => header));

/** What stands for our own export where the others have the name of a preset. */
export const ownPreset = 'bookpane';

/** The column that says which of several alike is meant. It is no field: nobody is changed by number alone (ATTACKS S30). */
export const numberHeader = exportColumns.number.header;
export const ownNumber = (cell = ''): number | null => (/^[1-9]\d{0,14}$/.test(cell) ? Number(cell) : null);

/** Whether a header is that of our own export: every column is one of its, letter by letter. */
export const isOwnFile = (header: readonly string[]): boolean =>
  header.length > 0 && header.every((name) => ownHeaders.has(name) || fieldNamed(name) !== undefined);

/**
 * A cell of our own export as it was before it was made safe for spreadsheets (ATTACKS S91). An apostrophe before what needs none is
 * the author's own, in case that somebody else names columns as we do.
 */
export function ownCell(cell: string): string {
  if (!cell.startsWith("'")) return cell;
  const bare = unguard(cell);
  return guard(bare) === cell ? bare : cell;
}
