import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Db } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { formatInstant } from '../../lib/time-zone.js';
import { placesOf } from './appointments.js';
import type { detailEndpoints } from './schema.js';
import { trailOf, whoOf } from './trail-rules.js';

type ActivityPage = z.input<(typeof detailEndpoints)['GET /customers/:number/activity']['answer']>;
type Entry = ActivityPage['items'][number];

interface AuditRow {
  id: number;
  at: number;
  actor: string;
  action: string;
  subject: string;
  values: string;
}

interface MailRow {
  id: number;
  booking_id: number | null;
  template: string;
  subject: string;
  recipient: string;
  state: string;
  at: number;
}

/** As many bookings of one person as the trail looks into: the newest ones. */
const mostBookings = 500;

/** A page of what happened to a customer, the newest first: rows of the trail about them and their bookings, and mail to them. */
export async function activityOf(
  db: Db,
  actor: Actor,
  customerId: number,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<ActivityPage> {
  const references = await bookingsOf(db, actor, customerId);
  const bookingIds = [...references.keys()];
  const audit = () =>
    db('audit').whereIn('subject', [`customer:${customerId}`, ...bookingIds.map((id) => `booking:${id}`)]);
  const mails = () => mailsTo(db, customerId, bookingIds);
  const total = (await countOf(audit())) + (await countOf(mails()));
  const upTo = page * pageSize;
  // Two lists, each sorted: as much of both as the page can need, then the newest of the two.
  const trail: AuditRow[] = await audit()
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(upTo)
    .select('id', 'at', 'actor', 'action', 'subject', 'values');
  const sent: MailRow[] = await mails()
    .orderBy([
      { column: 'messages.created_at', order: 'desc' },
      { column: 'messages.id', order: 'desc' },
    ])
    .limit(upTo)
    .select('id', 'booking_id', 'template', 'subject', 'recipient', 'state', 'created_at as at');
  const merged = [
    ...trail.map((row) => ({ at: row.at, of: () => ofTrail(row) })),
    ...sent.map((row) => ({ at: row.at, of: () => ofMail(row) })),
  ].sort((left, right) => right.at - left.at);
  const shown = merged.slice(upTo - pageSize, upTo);
  const names = await namesOf(db, trail);
  return { items: shown.map(({ of }) => of()), total, page, pageSize };

  function ofTrail({ id, at, actor: by, action, subject, values }: AuditRow): Entry {
    const [, bookingId] = /^booking:(\d+)$/.exec(subject) ?? [];
    return {
      key: `audit:${id}`,
      at: formatInstant(at),
      who: whoOf(by, names),
      action,
      ...trailOf(values),
      booking: bookingId === undefined ? null : (references.get(Number(bookingId)) ?? null),
    };
  }

  function ofMail({ id, at, booking_id, template, subject, recipient, state }: MailRow): Entry {
    return {
      key: `mail:${id}`,
      at: formatInstant(at),
      who: { kind: 'system', name: null },
      action: `mail.${state}`,
      facts: { message: id, template, subject, recipient },
      changes: [],
      booking: booking_id === null ? null : (references.get(booking_id) ?? null),
    };
  }
}

/** The references of bookings of which the actor may see a place, by their ids. */
async function bookingsOf(db: Db, actor: Actor, customerId: number): Promise<Map<number, string>> {
  const rows: { id: number; reference: string }[] = await placesOf(db, actor, customerId)
    .distinct('bookings.id', 'bookings.reference')
    .orderBy('bookings.id', 'desc')
    .limit(mostBookings);
  return new Map(rows.map((row) => [row.id, row.reference]));
}

/** Mail to the customer: about these bookings, and newsletters. What staff wrote directly stands in the trail, with who wrote it. */
function mailsTo(db: Db, customerId: number, bookingIds: readonly number[]): Knex.QueryBuilder {
  return db('messages')
    .where('audience', 'customer')
    .where((to) =>
      to
        .whereIn('booking_id', [...bookingIds])
        .orWhere((about) =>
          about.where('customer_id', customerId).whereNull('booking_id').whereNot('template', 'direct'),
        ),
    );
}

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const row = (await query.count({ count: '*' }).first()) as { count: number | string } | undefined;
  return Number(row?.count ?? 0);
}

async function namesOf(db: Db, rows: readonly AuditRow[]): Promise<Map<number, string>> {
  const ids = new Set(rows.map((row) => Number(/^account:(\d+)$/.exec(row.actor)?.[1] ?? 0)).values());
  const accounts: { id: number; name: string }[] = await db('accounts')
    .whereIn('id', [...ids])
    .select('id', 'name');
  return new Map(accounts.map(({ id, name }) => [id, name]));
}
