import { fieldOfColumn, foldColumn, isInternalColumn } from './column-words.js';
import type { ImportField, Mapping } from './fields.js';
import { importFields } from './fields.js';
import type { Preset } from './presets/preset.js';

/** The preset whose marks are all among the columns. */
export const presetOf = (names: readonly string[], presets: readonly Preset[]): Preset | null => {
  const there = new Set(names.map(foldColumn));
  return presets.find(({ marks }) => marks.every((mark) => there.has(foldColumn(mark)))) ?? null;
};

/**
 * Which column is probably what: by the preset, or by its name. A field that only one column can fill (all but the note) goes to the
 * first that is called so. Columns of a program's insides stay out.
 */
export function proposeMapping(names: readonly string[], preset: Preset | null): (ImportField | null)[] {
  const ofPreset = new Map(Object.entries(preset?.columns ?? {}).map(([name, field]) => [foldColumn(name), field]));
  const taken = new Set<ImportField>();
  const proposed = names.map((name) => {
    const field = preset
      ? (ofPreset.get(foldColumn(name)) ?? null)
      : isInternalColumn(name)
        ? null
        : fieldOfColumn(name);
    if (field === null || (taken.has(field) && field !== 'note')) return null;
    taken.add(field);
    return field;
  });
  // A file with “Name” and “Vorname” means the family's name.
  if (taken.has('firstName') && !taken.has('lastName') && taken.has('fullName'))
    return proposed.map((field) => (field === 'fullName' ? 'lastName' : field));
  // “Nombre” and “Nome” alone are the whole name.
  if (taken.has('firstName') && !taken.has('lastName') && !taken.has('fullName'))
    return proposed.map((field, at) =>
      field === 'firstName' && /^(?:nombre|nome)$/.test(foldColumn(names[at] as string)) ? 'fullName' : field,
    );
  return proposed;
}

/** A mapping as it may be used: of as many entries as there are columns, each a field or null; null when it is none. */
export function fittingMapping(value: unknown, columns: number): Mapping | null {
  if (!Array.isArray(value) || value.length !== columns) return null;
  const known = new Set<unknown>([...importFields, null]);
  return value.every((field) => known.has(field)) ? (value as Mapping) : null;
}

/** What says that two files have the same header. */
export const headerText = (names: readonly string[]): string => names.map(foldColumn).join('\u001f');

/**
 * Whether a first line is a header: most of its cells are names of columns that we know, or none of them looks like a value while
 * the lines below hold some.
 */
export function looksLikeHeader(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  const filled = first.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return false;
  const known = filled.filter((cell) => fieldOfColumn(cell) !== null || isInternalColumn(cell)).length;
  if (filled.some(isValue)) return false;
  if (known * 2 >= filled.length || known >= 2) return true;
  return below.some((row) => row.some(isValue));
}

/** An e-mail address, or something with several digits in it: no name of a column. */
const isValue = (cell: string): boolean => /@[^@.]+\./.test(cell) || cell.replace(/\D/g, '').length > 3;
