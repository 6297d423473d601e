export type Query = Readonly<Record<string, string>>;
export type Changes = Readonly<Record<string, string | number | null | undefined>>;

/** A path with its query after some changes: null and '' take a name out, undefined leaves it. */
export function addressWith(path: string, query: Query, changes: Changes): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    if (value === null || value === '') next.delete(name);
    else next.set(name, String(value));
  }
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}

/** A page number from an address; 1 where it is none. */
export const pageOf = (query: Query): number =>
  /^[1-9]\d{0,4}$/.test(query['page'] ?? '') ? Number(query['page']) : 1;
