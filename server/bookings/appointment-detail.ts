import { namesOfActors } from '../audit/actor-names.js';
import type { AuditRow, MailRow } from '../customers/detail/story-rules.js';
import { storyOf } from '../customers/detail/story-rules.js';
import type { Db } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { notFound } from '../lib/errors.js';
import { formatInstant } from '../lib/time-zone.js';
import { readAppointments } from './appointment-list.js';
import type { AppointmentDetail } from './appointment-schema.js';
import { appointmentScope } from './scope.js';

/** As much of the trail as one look needs; the newest. */
const mostEvents = 100;

/** One appointment with its story. AppError `not_found` for one that isn't there or is no business of theirs (S04). */
export async function appointmentDetail(db: Db, actor: Actor, id: number): Promise<AppointmentDetail> {
  await insistOnAppointment(db, actor, id);
  const [row] = await readAppointments(db, [id]);
  if (!row) throw notFound();
  const bookings: { id: number; reference: string }[] = await db('bookings')
    .whereIn('id', db('booking_items').where({ appointment_id: id }).select('booking_id'))
    .select('id', 'reference');
  const references = new Map(bookings.map((booking) => [booking.id, booking.reference]));
  return {
    ...row,
    activity: await activityOf(db, id, references),
    alsoBooked: await alsoBooked(db, actor, id, references),
  };
}

/** AppError `not_found`, alike for what isn't there and for what the actor doesn't reach. */
export async function insistOnAppointment(db: Db, actor: Actor, id: number): Promise<void> {
  const scope = appointmentScope(actor);
  const found = await db('appointments').where({ id }).first('provider_id');
  if (!found || (scope !== 'all' && found.provider_id !== scope.providerId)) throw notFound();
}

type Activity = AppointmentDetail['activity'];

async function activityOf(db: Db, id: number, references: ReadonlyMap<number, string>): Promise<Activity> {
  const bookingIds = [...references.keys()];
  const newest = [{ column: 'id', order: 'desc' }] as const;
  const trail: AuditRow[] = await db('audit')
    .whereIn('subject', [`appointment:${id}`, ...bookingIds.map((booking) => `booking:${booking}`)])
    .orderBy([...newest])
    .limit(mostEvents)
    .select('id', 'at', 'actor', 'action', 'subject', 'values');
  const mails: MailRow[] = await db('messages')
    .whereIn('booking_id', bookingIds)
    .orderBy([...newest])
    .limit(mostEvents)
    .select('id', 'booking_id', 'template', 'subject', 'recipient', 'state', 'created_at as at');
  const names = await namesOfActors(
    db,
    trail.map((row) => row.actor),
  );
  return storyOf(trail, mails, references)
    .slice(0, mostEvents)
    .map(({ entryOf }) => entryOf(names));
}

/** The other parts of visits that this one is a part of, as far as the actor sees them. */
async function alsoBooked(
  db: Db,
  actor: Actor,
  id: number,
  references: ReadonlyMap<number, string>,
): Promise<AppointmentDetail['alsoBooked']> {
  const scope = appointmentScope(actor);
  const query = db('booking_items')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .join('services', 'services.id', 'appointments.service_id')
    .whereIn('booking_items.booking_id', [...references.keys()])
    .whereNot('appointments.id', id)
    .orderBy(['appointments.starts_at', 'appointments.id'])
    .limit(50)
    .select('booking_items.booking_id', 'appointments.id', 'services.name', 'appointments.starts_at');
  const rows: { booking_id: number; id: number; name: string; starts_at: number }[] = await (scope === 'all'
    ? query
    : query.where('appointments.provider_id', scope.providerId));
  return rows.map((row) => ({
    reference: references.get(row.booking_id) ?? '',
    appointment: row.id,
    service: row.name,
    start: formatInstant(row.starts_at),
  }));
}
