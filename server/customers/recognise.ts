import type { Tx } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import { foldEmail, identityKey, phoneE164, sortNameOf } from './identity.js';

/** What a person typed when booking. */
export interface BookingPerson {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  language: string;
  timeZone: string;
}

/**
 * The customer that a booking belongs to: the one with the same e-mail and name, or a new one (A001, A007). An existing record is
 * never changed, however much of the contact differs (ATTACKS S21).
 */
export async function recogniseCustomer(
  tx: Tx,
  person: BookingPerson,
  country: string,
  at: number,
): Promise<{ id: number; added: boolean }> {
  const key = identityKey(person);
  const known = key === null ? null : await findByIdentity(tx, key);
  if (known !== null) return { id: known, added: false };
  try {
    const [id] = await tx('customers').insert(newCustomer(person, key, country, at));
    return { id: id as number, added: true };
  } catch (error) {
    // Two first bookings of one person at once: the other was faster and made the record.
    const other = isDuplicate(error) && key !== null ? await findByIdentity(tx, key) : null;
    if (other === null) throw error;
    return { id: other, added: false };
  }
}

async function findByIdentity(tx: Tx, key: string): Promise<number | null> {
  const row = await tx('customers').where({ identity_key: key }).first('id');
  return row?.id ?? null;
}

function newCustomer(person: BookingPerson, key: string | null, country: string, at: number): Record<string, unknown> {
  const { firstName, lastName, email, phone } = person;
  return {
    first_name: firstName,
    last_name: lastName,
    display_name: `${firstName} ${lastName}`,
    sort_name: sortNameOf(firstName, lastName),
    email,
    email_folded: email === null ? null : foldEmail(email),
    phone,
    phone_e164: phoneE164(phone, country),
    identity_key: key,
    language: person.language,
    time_zone: person.timeZone,
    source: 'booking',
    created_at: at,
  };
}
