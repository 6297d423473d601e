import type { Knex } from 'knex';
import type { Db, Tx } from '../../db/connect.js';
import { fromRow, toRow } from '../../db/rows.js';

/** A note as the database has it. Instants are epoch milliseconds. */
export interface NoteRow {
  id: number;
  customerId: number;
  text: string;
  position: number;
  pinned: boolean;
  remindAt: number | null;
  remindZone: string | null;
  doneAt: number | null;
  version: number;
  authorId: number | null;
  authorName: string | null;
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
}

const columns = [
  'id',
  'customer_id',
  'text',
  'position',
  'pinned',
  'remind_at',
  'remind_zone',
  'done_at',
  'version',
  'author_id',
  'created_at',
  'updated_at',
  'deleted_at',
].map((name) => `customer_notes.${name}`);

const selected = (db: Db | Tx): Knex.QueryBuilder =>
  db('customer_notes')
    .leftJoin('accounts', 'accounts.id', 'customer_notes.author_id')
    .select(...columns, 'accounts.name as author_name');

const noteOf = (row: Record<string, unknown>): NoteRow => fromRow<NoteRow>(row, { booleans: ['pinned'] });

/** The notes of a customer as they are shown. At most 1,000, which is more than anybody reads. */
export async function readNotes(db: Db | Tx, customerId: number, most = 1000): Promise<NoteRow[]> {
  const rows = await selected(db)
    .where('customer_notes.customer_id', customerId)
    .whereNull('customer_notes.deleted_at')
    .orderBy([
      { column: 'customer_notes.pinned', order: 'desc' },
      { column: 'customer_notes.position', order: 'asc' },
      { column: 'customer_notes.id', order: 'desc' },
    ])
    .limit(most);
  return rows.map(noteOf);
}

export async function countNotes(db: Db, customerId: number): Promise<number> {
  const row = (await db('customer_notes')
    .where({ customer_id: customerId })
    .whereNull('deleted_at')
    .count({ count: '*' })
    .first()) as { count: number | string } | undefined;
  return Number(row?.count ?? 0);
}

/** One note of this customer, deleted or not; undefined when it is nobody's or another customer's (ATTACKS S06). */
export async function readNote(db: Db | Tx, customerId: number, id: number): Promise<NoteRow | undefined> {
  const row = await selected(db).where({ 'customer_notes.id': id, 'customer_notes.customer_id': customerId }).first();
  return row && noteOf(row);
}

/** The place above all others. */
export async function topPosition(tx: Tx, customerId: number): Promise<number> {
  const row = (await tx('customer_notes').where({ customer_id: customerId }).min({ top: 'position' }).first()) as
    | { top: number | null }
    | undefined;
  return (row?.top ?? 0) - 1;
}

export async function insertNote(tx: Tx, values: object): Promise<number> {
  const [id] = await tx('customer_notes').insert(toRow(values));
  return Number(id);
}

/** Writes a note when it still has `version` and is not deleted; answers whether it did. */
export async function updateNote(tx: Tx, id: number, version: number, values: object): Promise<boolean> {
  const written = await tx('customer_notes')
    .where({ id, version })
    .whereNull('deleted_at')
    .update(toRow({ ...values, version: version + 1 }));
  return written === 1;
}

/** Ids of a customer's notes, locked until the transaction ends: who reorders next waits. */
export async function lockNotes(tx: Tx, customerId: number): Promise<number[]> {
  const rows: { id: number }[] = await tx('customer_notes')
    .where({ customer_id: customerId })
    .whereNull('deleted_at')
    .orderBy(['position', 'id'])
    .select('id')
    .forUpdate();
  return rows.map((row) => row.id);
}
