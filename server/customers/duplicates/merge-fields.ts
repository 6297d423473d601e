import type { CustomerRow } from '../record/row.js';
import type { MergedField } from './schema.js';

/** Which column of `customers` holds a field. */
export const columnOf = {
  firstName: 'first_name',
  lastName: 'last_name',
  displayName: 'display_name',
  email: 'email',
  phone: 'phone',
  gender: 'gender',
  birthDate: 'birth_date',
  language: 'language',
  timeZone: 'time_zone',
  newsletter: 'newsletter',
  occupation: 'occupation',
  address1: 'address_1',
  address2: 'address_2',
  city: 'city',
  state: 'state',
  postalCode: 'postal_code',
  country: 'country',
  nationality: 'nationality',
  note: 'note',
  picture: 'picture_key',
} as const satisfies Record<MergedField, keyof CustomerRow>;

/** A field's value as it is compared: a display name that was composed is none of its own. */
export function fieldOf(row: CustomerRow, field: MergedField): string | number | null {
  if (field === 'displayName') return row.display_name_set ? row.display_name : null;
  const value = row[columnOf[field]];
  return value === '' ? null : value;
}

/** Fields in which two customers differ, each with whose value is suggested: the kept one's, unless it has none. */
export function differingFields(kept: CustomerRow, gone: CustomerRow): { field: MergedField; take: 'kept' | 'gone' }[] {
  return (Object.keys(columnOf) as MergedField[])
    .filter((field) => fieldOf(kept, field) !== fieldOf(gone, field))
    .map((field) => ({ field, take: suggestedFor(kept, field) }));
}

function suggestedFor(kept: CustomerRow, field: MergedField): 'kept' | 'gone' {
  // Who unsubscribed under either name has unsubscribed.
  if (field === 'newsletter') return kept.newsletter === 0 ? 'kept' : 'gone';
  return fieldOf(kept, field) === null ? 'gone' : 'kept';
}
