import type { Tx } from '../../db/connect.js';
import { dialectOf } from '../../db/connect.js';
import { breather } from '../../lib/courtesy.js';
import type { ReadyRow } from './ready-row.js';
import { placeOf, readyColumns, textOf } from './ready-row.js';

/** What all customers of an import have in common. */
export interface AddedBy {
  importId: number;
  at: number;
}

const common = ['status', 'source', 'version', 'import_id', 'created_at', 'updated_at'] as const;
const keyPlace = placeOf('identity_key');
const newsletterPlace = placeOf('newsletter');

/** Rows of one statement: others than who waits for the database have their turn between two. */
const statementRows = 500;

/**
 * Adds customers and answers their numbers in the order of the rows. Who else has a row's identity key keeps it: bookings go on to
 * attach to that one (FEATURES, “Same e-mail, other name”).
 */
export async function addCustomers(tx: Tx, rows: readonly ReadyRow[], by: AddedBy): Promise<number[]> {
  const numbers: number[] = [];
  const breathe = breather();
  for (let at = 0; at < rows.length; at += statementRows) {
    numbers.push(...(await addSome(tx, rows.slice(at, at + statementRows), by)));
    await breathe();
  }
  await addWords(tx, rows, numbers);
  return numbers;
}

/**
 * A statement of many rows gives ascending numbers in the order of the rows on every database that we know, with gaps on Galera. It
 * is not believed: the rows are read back and compared by name.
 */
async function addSome(tx: Tx, rows: readonly ReadyRow[], by: AddedBy): Promise<number[]> {
  const taken = await takenKeys(tx, rows);
  const given = rows.map((row) => {
    const key = textOf(row, 'identity_key');
    const free = key !== null && !taken.has(key);
    if (free) taken.add(key);
    const cells = [...row.columns];
    cells[keyPlace] = free ? key : null;
    cells[newsletterPlace] ??= 0;
    return cells;
  });
  const first = dialectOf(tx) === 'sqlite' ? await insertJson(tx, given, by) : await insertRows(tx, given, by);
  return numbersFrom(tx, rows, by.importId, first);
}

type Cells = (string | number | null)[];
const commonValues = ({ importId, at }: AddedBy): Cells => ['active', 'import', 1, importId, at, at];

/**
 * SQLite takes rows as one JSON text: thousands of single values cost it more than the insert itself. Each cell that it looks up in
 * there costs a twentieth of the insert, so columns in which all rows say the same are given once. Answers the lowest number.
 */
async function insertJson(tx: Tx, rows: readonly Cells[], by: AddedBy): Promise<number> {
  const [sample = []] = rows;
  const differ = readyColumns.flatMap((_, at) => (rows.some((row) => row[at] !== sample[at]) ? [at] : []));
  const alike = readyColumns.flatMap((_, at) => (differ.includes(at) ? [] : [at]));
  const names = [...[...differ, ...alike].map((at) => readyColumns[at]), ...common].join(', ');
  const picks = differ.map((_, place) => `value->>${place}, `).join('');
  const given = [...alike.map((at) => sample[at] ?? null), ...commonValues(by)];
  const sql = `INSERT INTO customers (${names}) SELECT ${picks}${given.map(() => '?').join(', ')} FROM json_each(?)`;
  const before = await tx('customers').max({ last: 'id' }).first();
  await tx.raw(sql, [...given, JSON.stringify(rows.map((row) => differ.map((at) => row[at])))] as never);
  return Number(before?.last ?? 0) + 1;
}

/** Answers the first number that the statement gave. */
async function insertRows(tx: Tx, rows: readonly Cells[], by: AddedBy): Promise<number> {
  const rest = commonValues(by);
  const names = [...readyColumns, ...common];
  const marks = `(${names.map(() => '?').join(',')})`;
  const sql = `INSERT INTO customers (${names.join(', ')}) VALUES ${rows.map(() => marks).join(',')}`;
  const [result] = await tx.raw(sql, rows.flatMap((row) => [...row, ...rest]) as never);
  return Number(result.insertId);
}

async function numbersFrom(tx: Tx, rows: readonly ReadyRow[], importId: number, first: number): Promise<number[]> {
  const added: { id: number; sort_name: string; email: string | null }[] = await tx('customers')
    .where('id', '>=', first)
    .andWhere({ import_id: importId })
    .orderBy('id')
    .limit(rows.length + 1)
    .select('id', 'sort_name', 'email');
  const isIn = (at: number): boolean =>
    added[at]?.sort_name === textOf(rows[at] as ReadyRow, 'sort_name') &&
    added[at]?.email === textOf(rows[at] as ReadyRow, 'email');
  if (added.length !== rows.length || !rows.every((_, at) => isIn(at)))
    throw new Error('The numbers of the customers that were added are not in the order of the rows.');
  return added.map(({ id }) => id);
}

/** With the sort name beside them, as record/write.ts puts them: a search is put in order by it. */
async function addWords(tx: Tx, rows: readonly ReadyRow[], numbers: readonly number[]): Promise<void> {
  const found = rows.flatMap((row, at) =>
    row.words.map((word): [string, number, string] => [word, numbers[at] as number, textOf(row, 'sort_name') ?? '']),
  );
  // In the order of the index, so that neighbours are written together.
  found.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  for (let at = 0; at < found.length; at += 2 * statementRows) {
    const some = found.slice(at, at + 2 * statementRows);
    const into = 'INSERT INTO customer_words (word, customer_id, sort_name)';
    if (dialectOf(tx) === 'sqlite')
      await tx.raw(`${into} SELECT value->>0, value->>1, value->>2 FROM json_each(?)`, [JSON.stringify(some)]);
    else await tx.raw(`${into} VALUES ${some.map(() => '(?,?,?)').join(',')}`, some.flat() as never);
  }
}

async function takenKeys(tx: Tx, rows: readonly ReadyRow[]): Promise<Set<string>> {
  const keys = rows.flatMap((row) => textOf(row, 'identity_key') ?? []);
  const taken: { identity_key: string }[] =
    keys.length === 0 ? [] : await tx('customers').whereIn('identity_key', keys).select('identity_key');
  return new Set(taken.map((row) => row.identity_key));
}
