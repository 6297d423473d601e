import type { Db, Tx } from '../../db/connect.js';
import type { FieldCipher } from '../../lib/field-cipher.js';
import { fieldNamed, profileOf } from '../nationality/profiles.js';
import type { SensitiveValues } from './check.js';
import { insistOnSensitive } from './check.js';
import type { SensitiveRow } from './rows.js';
import { labelOf, maskedRow, openRow, sealRow, tryOpenRow } from './rows.js';

export interface SensitiveDeps {
  cipher: FieldCipher;
}

/** A value as those see it who may. */
export interface OpenValue {
  field: string;
  label: string;
  /** As people write it. */
  value: string;
}

const rowsOf = (db: Db | Tx, customerId: number): Promise<SensitiveRow[]> =>
  db('customer_sensitive').where({ customer_id: customerId }).orderBy('field').select('*');

/** Fields of the nationality's profile in its order, then what is left of earlier nationalities. */
function inOrder(rows: readonly SensitiveRow[], nationality: string | null): SensitiveRow[] {
  const names = profileOf(nationality).fields.map((field) => field.name);
  const rank = (row: SensitiveRow): number => (names.indexOf(row.field) + names.length + 1) % (names.length + 1);
  return [...rows].sort((left, right) => rank(left) - rank(right));
}

/**
 * Keeps, changes and clears the values that are given, and answers the names of the fields that changed: for the audit trail, which
 * never holds the values. AppError `invalid_request` with `field: 'sensitive.<name>'`. Who may do this is the caller's question, and
 * that the customer is in use: its row is written first in the same transaction.
 */
export async function saveSensitive(
  tx: Tx,
  { cipher }: SensitiveDeps,
  customerId: number,
  nationality: string | null,
  given: SensitiveValues,
  now: number,
): Promise<string[]> {
  const values = insistOnSensitive(nationality, given);
  if (values.size === 0) return [];
  const { country } = profileOf(nationality);
  const rows = new Map((await rowsOf(tx, customerId)).map((row) => [row.field, row]));
  const changed: string[] = [];
  for (const [field, value] of values) {
    const row = rows.get(field.name);
    if (value === null ? !row : row && tryOpenRow(cipher, row) === value) continue;
    changed.push(field.name);
    if (value === null) await tx('customer_sensitive').where({ customer_id: customerId, field: field.name }).delete();
    else
      await tx('customer_sensitive')
        .insert(sealRow(cipher, customerId, country, field, value, now))
        .onConflict(['customer_id', 'field'])
        .merge();
  }
  return changed;
}

/** What everybody who sees the record sees of its sensitive values. */
export async function maskedOf(
  db: Db | Tx,
  { cipher }: SensitiveDeps,
  customerId: number,
  nationality: string | null,
): Promise<{ field: string; label: string; masked: string }[]> {
  return inOrder(await rowsOf(db, customerId), nationality).map((row) => maskedRow(cipher, row));
}

/** The names of the fields that a customer has values of. */
export async function storedFields(db: Db | Tx, customerId: number): Promise<string[]> {
  return (await rowsOf(db, customerId)).map((row) => row.field);
}

const openValue = (cipher: FieldCipher, row: SensitiveRow): OpenValue => {
  const value = openRow(cipher, row);
  return { field: row.field, label: labelOf(row.field), value: fieldNamed(row.field)?.format(value) ?? value };
};

/** All values of one customer, for those who may see them. Throws when one doesn't open. */
export async function openSensitive(db: Db | Tx, { cipher }: SensitiveDeps, customerId: number): Promise<OpenValue[]> {
  return (await rowsOf(db, customerId)).map((row) => openValue(cipher, row));
}

/** One value of a customer, or null when there is none. */
export async function openOne(
  db: Db | Tx,
  { cipher }: SensitiveDeps,
  customerId: number,
  field: string,
): Promise<OpenValue | null> {
  const row = await db('customer_sensitive').where({ customer_id: customerId, field }).first('*');
  return row ? openValue(cipher, row) : null;
}
