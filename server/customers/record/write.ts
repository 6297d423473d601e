import type { Db, Tx } from '../../db/connect.js';
import { isDuplicate } from '../../db/transact.js';
import type { Derived, NameAndContact } from './derived.js';
import { deriveRecord } from './derived.js';

/** Columns of `customers` beside those that `deriveRecord` makes. */
export type OtherColumns = Record<string, string | number | null>;

/**
 * Adds a customer with what it is found by, and answers the customer number. When another customer has the same e-mail and name,
 * bookings go on to attach to that one: the new one gets no identity key.
 */
export async function insertCustomer(
  tx: Tx,
  derived: Derived,
  columns: OtherColumns & { source: string; created_at: number },
): Promise<number> {
  const row = { updated_at: columns.created_at, ...columns, ...derived.columns };
  const key = derived.identityKey;
  const isFree = key !== null && !(await tx('customers').where({ identity_key: key }).first('id'));
  const [id] = await tx('customers').insert({ ...row, identity_key: isFree ? key : null });
  await insertWords(tx, Number(id), derived);
  return Number(id);
}

/**
 * Changes a customer's name or contact together with what it is found by; `columns` come along in the same statement. `before` is
 * what the record says now.
 */
export async function updateNameAndContact(
  tx: Tx,
  id: number,
  before: NameAndContact,
  after: NameAndContact,
  country: string,
  columns: OtherColumns = {},
): Promise<void> {
  const old = deriveRecord(before, country);
  const derived = deriveRecord(after, country);
  const key = await keyFor(tx, id, derived.identityKey);
  await tx('customers')
    .where({ id })
    .update({ ...columns, ...derived.columns, identity_key: key });
  await deleteWords(tx, id, old.words);
  await insertWords(tx, id, derived);
}

/** The identity key for a customer: null when somebody else has it. */
export async function keyFor(tx: Tx, id: number, key: string | null): Promise<string | null> {
  if (key === null) return null;
  const holder = await tx('customers').where({ identity_key: key }).first('id');
  return holder === undefined || holder.id === id ? key : null;
}

/** Rows of `customer_words`; the sort name comes along, so that a search is put in order without a look at the customers. */
export const wordRows = (customerId: number, { words, columns }: Derived) =>
  words.map((word) => ({ word, customer_id: customerId, sort_name: columns.sort_name }));

export async function insertWords(tx: Tx, customerId: number, derived: Derived): Promise<void> {
  const rows = wordRows(customerId, derived);
  if (rows.length > 0) await tx('customer_words').insert(rows);
}

/** Takes words away, each through the primary key. */
export async function deleteWords(tx: Tx, customerId: number, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  await tx('customer_words')
    .where({ customer_id: customerId })
    .whereIn('word', [...words])
    .delete();
}

/** Whether a customer made by an earlier version still lacks what it is found by. */
export const lacksSearchText = (db: Db | Tx) =>
  db('customers').where({ search_text: '' }).whereNot({ status: 'erased' });

/** Gives one customer of an earlier version what it is found by. */
export async function completeOldRecord(
  tx: Tx,
  row: { id: number; first_name: string; last_name: string; email: string | null; phone: string | null },
  country: string,
): Promise<void> {
  const derived = deriveRecord(
    { firstName: row.first_name, lastName: row.last_name, displayName: null, email: row.email, phone: row.phone },
    country,
  );
  await tx('customers').where({ id: row.id, search_text: '' }).update(derived.columns);
  try {
    await insertWords(tx, row.id, derived);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
