import type { Knex } from 'knex';
import type { CustomerScope } from '../customers/scope.js';
import { withinScope } from '../customers/scope.js';
import type { Db, Tx } from '../db/connect.js';

/** Who looks into the bell. */
export interface Reader {
  accountId: number;
  permissions: readonly string[];
  scope: CustomerScope;
}

export interface NoticeRow {
  id: number;
  kind: string;
  subject: string;
  values: string;
  created_at: number;
  read_at: number | null;
  customer_id: number | null;
  display_name: string | null;
  status: string | null;
}

export interface ReminderRow {
  id: number;
  version: number;
  text: string;
  remind_at: number;
  customer_id: number;
  display_name: string;
}

/** Notices that are for this account: addressed to it or to all, of a permission that it has, about customers that it sees. */
function noticesFor(db: Db | Tx, { accountId, permissions, scope }: Reader): Knex.QueryBuilder {
  const query = db('notices')
    .where((mine) => mine.whereNull('notices.account_id').orWhere('notices.account_id', accountId))
    .where((may) => may.whereNull('notices.permission').orWhereIn('notices.permission', [...permissions]));
  if (scope === 'all') return query;
  return query.where((about) =>
    about
      .whereNull('notices.customer_id')
      .orWhereExists(
        withinScope(db('customers').whereRaw('customers.id = notices.customer_id'), scope).select('customers.id'),
      ),
  );
}

const withReads = (query: Knex.QueryBuilder, accountId: number): Knex.QueryBuilder =>
  query.leftJoin('notice_reads', (join) =>
    join.on('notice_reads.notice_id', 'notices.id').andOnVal('notice_reads.account_id', accountId),
  );

/** The newest notices for a reader, read or not. */
export async function newestNotices(db: Db, reader: Reader, most: number): Promise<NoticeRow[]> {
  return withReads(noticesFor(db, reader), reader.accountId)
    .leftJoin('customers', 'customers.id', 'notices.customer_id')
    .orderBy('notices.id', 'desc')
    .limit(most)
    .select(
      'notices.id',
      'notices.kind',
      'notices.subject',
      'notices.values',
      'notices.created_at',
      'notice_reads.read_at',
      'notices.customer_id',
      'customers.display_name',
      'customers.status',
    );
}

export async function countUnread(db: Db, reader: Reader): Promise<number> {
  const row = (await withReads(noticesFor(db, reader), reader.accountId)
    .whereNull('notice_reads.read_at')
    .count({ count: '*' })
    .first()) as { count: number | string } | undefined;
  return Number(row?.count ?? 0);
}

/** Those of these ids that are for this reader. */
export async function readable(db: Db | Tx, reader: Reader, ids: readonly number[]): Promise<number[]> {
  const rows: { id: number }[] = await noticesFor(db, reader)
    .whereIn('notices.id', [...ids])
    .select('notices.id');
  return rows.map((row) => row.id);
}

export async function markRead(tx: Tx, accountId: number, ids: readonly number[], at: number): Promise<void> {
  if (ids.length === 0) return;
  await tx('notice_reads')
    .insert(ids.map((id) => ({ notice_id: id, account_id: accountId, read_at: at })))
    .onConflict(['notice_id', 'account_id'])
    .ignore();
}

/** Reminders of a reader whose time has come, the oldest first. Those about customers in the trash wait until they are back. */
export async function dueReminders(db: Db, reader: Reader, now: number, most: number): Promise<ReminderRow[]> {
  const query = db('customer_notes')
    .join('customers', 'customers.id', 'customer_notes.customer_id')
    .where('customer_notes.author_id', reader.accountId)
    .where('customer_notes.remind_at', '<=', now)
    .whereNull('customer_notes.done_at')
    .whereNull('customer_notes.deleted_at')
    .where('customers.status', 'active');
  return withinScope(query, reader.scope)
    .orderBy(['customer_notes.remind_at', 'customer_notes.id'])
    .limit(most)
    .select(
      'customer_notes.id',
      'customer_notes.version',
      'customer_notes.text',
      'customer_notes.remind_at',
      'customer_notes.customer_id',
      'customers.display_name',
    );
}

/** Takes away notices that are older than an instant. */
export async function deleteOldNotices(tx: Tx, before: number): Promise<number> {
  const old = tx('notices').where('created_at', '<', before).select('id');
  await tx('notice_reads').whereIn('notice_id', old.clone()).delete();
  return tx('notices').where('created_at', '<', before).delete();
}
