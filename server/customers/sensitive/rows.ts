import type { FieldCipher } from '../../lib/field-cipher.js';
import type { SensitiveField } from '../nationality/field.js';
import { fieldNamed } from '../nationality/profiles.js';

/** A row of `customer_sensitive`. */
export interface SensitiveRow {
  customer_id: number;
  field: string;
  /** '' is the general profile. */
  country: string;
  ciphertext: string;
  blind_index: string | null;
  updated_at: number;
}

const placeOf = (customerId: number, field: string) => ({ table: 'customer_sensitive', row: customerId, field });

/** The row that keeps a checked value. */
export function sealRow(
  cipher: FieldCipher,
  customerId: number,
  country: string | null,
  field: SensitiveField,
  value: string,
  now: number,
): SensitiveRow {
  return {
    customer_id: customerId,
    field: field.name,
    country: country ?? '',
    ciphertext: cipher.seal(value, placeOf(customerId, field.name)),
    blind_index: field.searchable ? cipher.blindIndex(field.name, value) : null,
    updated_at: now,
  };
}

/** The value of a row. Throws when it doesn't open. */
export const openRow = (cipher: FieldCipher, row: SensitiveRow): string =>
  cipher.open(row.ciphertext, placeOf(row.customer_id, row.field));

/** As `openRow`; null for a row that was tampered with, so that the rest of a record can still be seen. */
export function tryOpenRow(cipher: FieldCipher, row: SensitiveRow): string | null {
  try {
    return openRow(cipher, row);
  } catch {
    return null;
  }
}

/** The same value sealed for another customer. */
export const resealRow = (cipher: FieldCipher, row: SensitiveRow, customerId: number): SensitiveRow => ({
  ...row,
  customer_id: customerId,
  ciphertext: cipher.seal(openRow(cipher, row), placeOf(customerId, row.field)),
});

export const labelOf = (field: string): string => fieldNamed(field)?.label ?? field;

/** What stands in a mask's place where a value doesn't open or its field is known no more. */
const hidden = '••••••••';

export function maskedRow(cipher: FieldCipher, row: SensitiveRow): { field: string; label: string; masked: string } {
  const value = tryOpenRow(cipher, row);
  const masked = value === null ? hidden : (fieldNamed(row.field)?.mask(value) ?? hidden);
  return { field: row.field, label: labelOf(row.field), masked };
}
