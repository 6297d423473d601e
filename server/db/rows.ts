/*
 * The one place that knows how values lie in rows: snake_case columns, 0 and 1 for booleans, text for JSON. Instants are epoch
 * milliseconds in BIGINT columns and dates are `YYYY-MM-DD`, so neither the driver's nor the server's time zone can touch them.
 */

export type Row = Record<string, unknown>;

const camelNames = new Map<string, string>();
const snakeNames = new Map<string, string>();

const camel = (name: string): string =>
  remember(camelNames, name, () => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));
const snake = (name: string): string =>
  remember(snakeNames, name, () => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

function remember(names: Map<string, string>, name: string, make: () => string): string {
  let made = names.get(name);
  if (made === undefined) {
    made = make();
    names.set(name, made);
  }
  return made;
}

/** Which columns of a row (by their names in the code) are not what they look like. */
export interface RowShape {
  booleans?: readonly string[];
  json?: readonly string[];
}

/** A row as the code knows it. The caller names the type, which stands beside the table's queries. */
export function fromRow<T>(row: Row, shape: RowShape = {}): T {
  const found: Row = {};
  for (const name in row) found[camel(name)] = row[name];
  for (const name of shape.booleans ?? []) if (name in found) found[name] = Boolean(found[name]);
  for (const name of shape.json ?? [])
    if (typeof found[name] === 'string') found[name] = JSON.parse(found[name] as string);
  return found as T;
}

/** Values as a row holds them. What is undefined is left out. */
export function toRow(values: object): Row {
  const row: Row = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) row[snake(name)] = toColumn(value);
  return row;
}

function toColumn(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value !== null && typeof value === 'object' && !Buffer.isBuffer(value)) return JSON.stringify(value);
  return value;
}
