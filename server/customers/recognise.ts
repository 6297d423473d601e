import type { Tx } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import type { VisitorField } from '../settings/customer-fields.js';
import { identityKey } from './identity.js';
import type { Derived } from './record/derived.js';
import { deriveRecord } from './record/derived.js';
import type { RecordValues } from './record/fields.js';
import { given, plainColumnsOf } from './record/fields.js';
import { mostLikely } from './record/likely.js';
import { notePairs } from './record/pairs.js';
import { insertWords } from './record/write.js';

/** What a person typed when booking. */
export interface BookingPerson {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  language: string;
  timeZone: string;
  /** What they were asked beside; kept of those alone who are new. */
  details?: { [Name in VisitorField]?: RecordValues[Name] };
}

export interface Recognised {
  /** The customer number. */
  id: number;
  added: boolean;
  /** The number of a customer in the trash with the same e-mail and name; looked for only when a new one was added. */
  trashed: number | null;
}

/**
 * The customer that a booking belongs to: the one with the same e-mail and name, or a new one (A001, A007). An existing record is
 * never changed, however much of the contact differs (ATTACKS S21); nor does it subscribe to anything (README, “A booking adds a customer or leaves one alone”).
 */
export async function recogniseCustomer(
  tx: Tx,
  person: BookingPerson,
  country: string,
  at: number,
): Promise<Recognised> {
  const key = identityKey(person);
  const known = key === null ? null : await findByIdentity(tx, key);
  if (known !== null) return { id: known, added: false, trashed: null };
  const derived = deriveRecord({ ...person, displayName: null }, country);
  try {
    const id = await addCustomer(tx, derived, person, at);
    return { id, added: true, trashed: await noteSameEmail(tx, id, derived, at) };
  } catch (error) {
    // Two first bookings of one person at once: the other was faster and made the record.
    const other = isDuplicate(error) && key !== null ? await findByIdentity(tx, key) : null;
    if (other === null) throw error;
    return { id: other, added: false, trashed: null };
  }
}

/**
 * A new customer with an e-mail that others have is offered to staff as a possible duplicate (FEATURES, “Same e-mail, other
 * name”). One in the trash is not brought back; the answer is the number of one with the same name.
 */
async function noteSameEmail(tx: Tx, id: number, { columns }: Derived, at: number): Promise<number | null> {
  if (columns.email_folded === null) return null;
  const sameEmail = (status: 'active' | 'trashed') =>
    tx('customers').where({ status, email_folded: columns.email_folded }).whereNot({ id }).orderBy('id');
  const others: { id: number }[] = await sameEmail('active').limit(mostLikely).select('id');
  await notePairs(
    tx,
    id,
    others.map((other) => ({ number: other.id, reason: 'email' })),
    at,
  );
  const trashed = await sameEmail('trashed').where({ sort_name: columns.sort_name }).first('id');
  return trashed?.id ?? null;
}

/** Inserts with the key unseen: whoever has it meanwhile makes this fail, which is how the race is noticed. */
async function addCustomer(tx: Tx, derived: Derived, person: BookingPerson, at: number): Promise<number> {
  const { language, timeZone, details = {} } = person;
  const [id] = await tx('customers').insert({
    ...plainColumnsOf(given(details)),
    ...derived.columns,
    identity_key: derived.identityKey,
    language,
    time_zone: timeZone,
    source: 'booking',
    created_at: at,
    updated_at: at,
  });
  await insertWords(tx, Number(id), derived);
  return Number(id);
}

async function findByIdentity(tx: Tx, key: string): Promise<number | null> {
  // Held, so that whoever moves it to the trash at this moment is waited for.
  const row = await tx('customers').where({ identity_key: key }).forUpdate().first('id', 'merged_into');
  if (!row?.merged_into) return row?.id ?? null;
  // Whoever was merged into another is that other now (duplicates/merging.ts), as long as that one is in use.
  const kept = await tx('customers').where({ id: row.merged_into, status: 'active' }).forUpdate().first('id');
  if (!kept) await tx('customers').where({ id: row.id }).update({ identity_key: null });
  return kept?.id ?? null;
}
