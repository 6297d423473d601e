import type { Knex } from 'knex';
import type { Tx } from '../../db/connect.js';
import { deriveRecord } from '../record/derived.js';
import type { CustomerRow } from '../record/row.js';

/** Pairs of word and customer in one statement: SQLite nests a thousand conditions at most. */
const wordBatch = 200;

/** Tables whose rows say that somebody had to do with a customer. */
const traces = [
  'bookings',
  'customer_notes',
  'customer_pictures',
  'messages',
  'birthday_greetings',
  'invoices',
] as const;

/**
 * Removes those of an import's customers that nobody has touched: as the import wrote them, in use, without bookings, notes, a
 * picture, mail or a login. Answers who was removed. A booking that comes at this moment makes it fail on its reference; then look again.
 */
export async function removeUntouched(tx: Tx, importId: number, numbers: readonly number[]): Promise<Set<number>> {
  if (numbers.length === 0) return new Set();
  const untouched = (query: Knex.QueryBuilder): Knex.QueryBuilder => {
    query
      .whereIn('customers.id', [...numbers])
      .where({ 'customers.import_id': importId, 'customers.status': 'active' })
      // An import makes no logins: whoever has or had one got it from staff, and it goes when they are erased.
      .whereNull('customers.login_id')
      .whereNotExists((former) =>
        former.from('logins').whereRaw('logins.unlinked_from = customers.id').select(tx.raw('1')),
      )
      .andWhere((last) => last.where('customers.version', 1).orWhereExists((own) => takenBack(own, importId)));
    for (const table of traces)
      query.whereNotExists((trace) =>
        trace
          .from(table)
          .whereRaw('?? = customers.id', [`${table}.customer_id`])
          .select(tx.raw('1')),
      );
    return query;
  };
  // Held, so that nothing happens to them between the look and the removal.
  const rows: Named[] = await untouched(tx('customers'))
    .forUpdate()
    .select(...nameColumns);
  if (rows.length === 0) return new Set();
  const ids = rows.map(({ id }) => id);
  await removeWords(tx, rows);
  await tx('customer_pairs').whereIn('low_id', ids).delete();
  await tx('customer_pairs').whereIn('high_id', ids).delete();
  await tx('customers').whereIn('id', ids).delete();
  return new Set(ids);
}

/** A later row of the import had changed the record, and that was taken back: nothing else happened to it since. */
const takenBack = (query: Knex.QueryBuilder, importId: number): Knex.QueryBuilder =>
  query
    .from('import_rows')
    .where({ 'import_rows.import_id': importId, 'import_rows.kind': 'restored' })
    .whereRaw('import_rows.customer_id = customers.id AND import_rows.version_after = customers.version')
    .select('import_rows.row_no');

/** What a customer's words follow from. */
type Named = Pick<CustomerRow, 'id' | 'first_name' | 'last_name' | 'display_name' | 'display_name_set'>;
const nameColumns = ['id', 'first_name', 'last_name', 'display_name', 'display_name_set'].map(
  (name) => `customers.${name}`,
);

/** Each through the primary key, which begins with the word. */
async function removeWords(tx: Tx, rows: readonly Named[]): Promise<void> {
  const pairs = rows.flatMap((row) => {
    const displayName = row.display_name_set === 1 ? row.display_name : null;
    const name = { firstName: row.first_name, lastName: row.last_name, displayName };
    // The country is of no account where there is no telephone number.
    const { words } = deriveRecord({ ...name, email: null, phone: null }, 'PT');
    return words.map((word): [string, number] => [word, row.id]);
  });
  for (let at = 0; at < pairs.length; at += wordBatch) {
    const some = pairs.slice(at, at + wordBatch);
    const condition = some.map(() => '(word = ? AND customer_id = ?)').join(' OR ');
    await tx.raw(`DELETE FROM customer_words WHERE ${condition}`, some.flat());
  }
}
