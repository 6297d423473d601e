/** A piece of SQL with the values of its question marks. */
export interface Fragment {
  sql: string;
  bindings: readonly (string | number)[];
}

export const fragment = (sql: string, ...bindings: (string | number)[]): Fragment => ({ sql, bindings });

export const joined = (pieces: readonly Fragment[], separator: string): Fragment => ({
  sql: pieces.map(({ sql }) => sql).join(separator),
  bindings: pieces.flatMap(({ bindings }) => bindings),
});

/** Beyond every text that begins as this one does, by code point, on both databases. */
export const beyond = (start: string): string => `${start}\u{10FFFF}`;
