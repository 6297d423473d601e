import type { Tx } from '../../db/connect.js';
import { deriveRecord } from '../record/derived.js';
import type { CustomerRow } from '../record/row.js';
import { deleteWords } from '../record/write.js';
import { erasedName } from './erased.js';

/** Every column of a customer that says something of the person; what is not named here stays (test/customers/erasure). */
export const personalColumns = {
  first_name: '',
  last_name: '',
  display_name_set: 1,
  sort_name: '',
  search_text: '',
  email: null,
  email_folded: null,
  phone: null,
  phone_e164: null,
  phone_national: null,
  identity_key: null,
  gender: null,
  birth_date: null,
  language: null,
  time_zone: null,
  newsletter: 0,
  occupation: null,
  address_1: null,
  address_2: null,
  city: null,
  state: null,
  postal_code: null,
  country: null,
  nationality: null,
  note: null,
  picture_key: null,
  login_id: null,
  greetings: 1,
} as const;

/** Tables that hold nothing but what belongs to one customer, by their column that says whose. */
const ownTables: readonly (readonly [table: string, column: string])[] = [
  ['customer_notes', 'customer_id'],
  ['customer_sensitive', 'customer_id'],
  ['customer_pictures', 'customer_id'],
  ['birthday_greetings', 'customer_id'],
  ['customer_pairs', 'low_id'],
  ['customer_pairs', 'high_id'],
];

/** Empties the record of a customer, which this transaction holds, and removes what hangs on it. */
export async function eraseRecord(tx: Tx, row: CustomerRow, at: number): Promise<void> {
  const { id } = row;
  const displayName = row.display_name_set ? row.display_name : null;
  const { first_name: firstName, last_name: lastName, email, phone } = row;
  // The words follow from the name alone; the country is for telephone numbers.
  await deleteWords(tx, id, deriveRecord({ firstName, lastName, displayName, email, phone }, 'US').words);
  for (const [table, column] of ownTables)
    await tx(table)
      .where({ [column]: id })
      .delete();
  await tx('notice_reads')
    .whereIn('notice_id', tx('notices').where({ customer_id: id }).select('id'))
    .delete();
  await tx('notices').where({ customer_id: id }).delete();
  await tx('customers')
    .where({ id })
    .update({
      ...personalColumns,
      display_name: erasedName(id),
      status: 'erased',
      erased_at: at,
      updated_at: at,
      version: row.version + 1,
    });
  await eraseLogins(tx, row);
}

/** The login that nobody else has, and those that were this customer's and nobody's since. A family's stays for the others. */
async function eraseLogins(tx: Tx, { id, login_id: own }: CustomerRow): Promise<void> {
  const former: { id: number }[] = await tx('logins').where({ unlinked_from: id }).select('id');
  for (const login of [...(own === null ? [] : [own]), ...former.map((row) => row.id)]) {
    // Held: nobody gives it to somebody else between the look and the removal.
    await tx('logins').where({ id: login }).forUpdate().first('id');
    if (!(await tx('customers').where({ login_id: login }).first('id')))
      await tx('logins').where({ id: login }).delete();
  }
}
