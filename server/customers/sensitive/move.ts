import type { Tx } from '../../db/connect.js';
import type { SensitiveRow } from './rows.js';
import { resealRow } from './rows.js';
import type { SensitiveDeps } from './store.js';

export interface MoveOptions {
  /** Only these fields: for undoing a merge, those that it moved. All when absent. */
  only?: readonly string[];
  /** Fields whose value replaces the one that is there. Without, only what is empty is filled. */
  over?: readonly string[];
}

/**
 * Gives the sensitive values of one customer to another, sealed anew for it, and answers the names of the fields that moved. A value
 * that is replaced goes the other way, so that nothing is lost and moving the same fields back, `over` what is there, undoes it.
 */
export async function moveSensitive(
  tx: Tx,
  { cipher }: SensitiveDeps,
  fromId: number,
  toId: number,
  { only, over = [] }: MoveOptions = {},
): Promise<string[]> {
  const rows: SensitiveRow[] = await tx('customer_sensitive').whereIn('customer_id', [fromId, toId]).select('*');
  const held = new Map(rows.filter((row) => row.customer_id === toId).map((row) => [row.field, row]));
  const moving = rows.filter(
    (row) =>
      row.customer_id === fromId &&
      (only?.includes(row.field) ?? true) &&
      (!held.has(row.field) || over.includes(row.field)),
  );
  if (moving.length === 0) return [];
  const fields = moving.map((row) => row.field);
  const replaced = fields.flatMap((field) => held.get(field) ?? []);
  await tx('customer_sensitive').whereIn('customer_id', [fromId, toId]).whereIn('field', fields).delete();
  await tx('customer_sensitive').insert([
    ...moving.map((row) => resealRow(cipher, row, toId)),
    ...replaced.map((row) => resealRow(cipher, row, fromId)),
  ]);
  return fields;
}
