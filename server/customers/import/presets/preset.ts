import type { ImportField } from '../fields.js';

/** The customer export of another program: known by the names of its columns. */
export interface Preset {
  name: string;
  /** How people call the program. */
  label: string;
  /** Names that are all there in such a file, as the program writes them. */
  marks: readonly string[];
  /** What its columns are; a column that is not named here is left out. */
  columns: Readonly<Record<string, ImportField>>;
}
