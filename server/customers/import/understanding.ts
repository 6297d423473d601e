import { fittingMapping, headerText, looksLikeHeader, presetOf, proposeMapping } from './column-mapping.js';
import type { FileRow } from './csv-reading.js';
import { csvReader } from './csv-reading.js';
import type { DateOrder } from './date-rules.js';
import { detectDateOrder } from './date-rules.js';
import type { Delimiter } from './delimiter-rules.js';
import type { Encoding } from './encoding.js';
import { decoderOf } from './encoding.js';
import type { Mapping } from './fields.js';
import type { ReadColumn } from './import-row.js';
import { isOwnFile, ownPreset } from './own-file.js';
import { presets } from './presets/all.js';

/** What is shown of a file: its first rows, each cell cut. */
const headRows = 8;
const longestShown = 120;
/** Rows that are looked at to understand the columns. */
const looked = 200;

/** How a file is read. */
export interface Reading {
  encoding: Encoding;
  delimiter: Delimiter;
  header: boolean;
}

export interface Understanding {
  header: boolean;
  columns: ReadColumn[];
  head: string[][];
  preset: string | null;
  mapping: Mapping;
  dateOrder: DateOrder;
  /** What stands for the header when mappings are remembered; null without one. */
  headerText: string | null;
}

/** The first rows of a file by its first bytes. Where these are not the whole file, the row that they cut off is left out. */
export async function firstRows(
  bytes: Uint8Array,
  { encoding, delimiter }: Omit<Reading, 'header'>,
  isWhole: boolean,
): Promise<FileRow[]> {
  const reader = csvReader(delimiter);
  const rows = await reader.push(decoderOf(encoding).text(bytes));
  if (isWhole) rows.push(...(await reader.end()));
  return rows.slice(0, looked);
}

/**
 * What the first rows of a file say about its columns. `header`: whether the first row names them; null: to be seen. A file without
 * names has columns without: its fields are chosen by hand.
 */
export function understand(
  rows: readonly (readonly string[])[],
  header: boolean | null,
  country: string,
): Understanding {
  const first = rows[0] ?? [];
  const hasHeader = header ?? looksLikeHeader(first, rows.slice(1, 20));
  const below = hasHeader ? rows.slice(1) : rows;
  const count = Math.max(0, ...(hasHeader ? [first.length] : rows.slice(0, 20).map((row) => row.length)));
  const names = Array.from({ length: count }, (_, at) => (hasHeader ? (first[at] ?? '').trim() : ''));
  const own = hasHeader && isOwnFile(first);
  const preset = hasHeader && !own ? presetOf(names, presets) : null;
  const mapping = proposeMapping(names, preset);
  const columns = names.map((name, at) => ({ name: shown(name), samples: samplesOf(below, at) }));
  return {
    header: hasHeader,
    columns,
    head: below.slice(0, headRows).map((row) => row.slice(0, count).map(shown)),
    preset: own ? ownPreset : (preset?.name ?? null),
    mapping,
    dateOrder: detectDateOrder(
      below.flatMap((row) => mapping.flatMap((field, at) => (field === 'birthDate' ? [row[at] ?? ''] : []))),
      country,
    ),
    headerText: hasHeader && names.some((name) => name !== '') ? headerText(names) : null,
  };
}

/** The mapping that was used for the same header, where it still fits. */
export const rememberedMapping = (text: string, columns: number): Mapping | null =>
  fittingMapping(JSON.parse(text), columns);

const shown = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);

/** Up to three different values that are not empty. */
function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const value = (row[column] ?? '').trim();
    if (value !== '') found.add(shown(value));
    if (found.size === 3) break;
  }
  return [...found];
}
