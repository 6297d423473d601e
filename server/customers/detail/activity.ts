import type { Knex } from 'knex';
import type { z } from 'zod';
import { namesOfActors } from '../../audit/actor-names.js';
import type { Db } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { placesOf } from './appointments.js';
import type { detailEndpoints } from './schema.js';
import type { AuditRow, MailRow } from './story-rules.js';
import { storyOf } from './story-rules.js';

type ActivityPage = z.input<(typeof detailEndpoints)['GET /customers/:number/activity']['answer']>;

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
  const names = await namesOfActors(
    db,
    trail.map((row) => row.actor),
  );
  const shown = storyOf(trail, sent, references).slice(upTo - pageSize, upTo);
  return { items: shown.map(({ entryOf }) => entryOf(names)), total, page, pageSize };
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
