import type { Knex } from 'knex';
import { appointmentScope, withinAppointments } from '../bookings/scope.js';
import type { Db } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import type { ItemStatus } from '../lib/statuses.js';
import { openStatuses, standingStatuses } from '../lib/statuses.js';
import { DAY, formatDay, formatInstant, instantOfWallTime, localDay } from '../lib/time-zone.js';
import type { ReportDeps } from './deps.js';
import type { Today } from './schema.js';

const shown = 8;
/** Requests are older than their appointments; a start long past needs no answer any more. */
const stale = DAY;

/** The day at a glance, as far as the actor sees appointments and customers. Few short statements, each along an index. */
export async function reportToday(deps: ReportDeps, actor: Actor): Promise<Today> {
  const { db, clock } = deps;
  const now = clock.now();
  const timezone = await deps.defaultZone();
  const day = localDay(timezone, now);
  const [from, to] = [instantOfWallTime(timezone, day, 0), instantOfWallTime(timezone, day + 1, 0)];
  const appointments = () => withinAppointments(db('appointments'), appointmentScope(actor));
  const ofToday = () =>
    appointments()
      .where('appointments.starts_at', '>=', from)
      .where('appointments.starts_at', '<', to)
      .whereIn('appointments.status', [...standingStatuses]);
  const waiting = () =>
    appointments()
      .where('appointments.status', 'pending')
      .where('appointments.starts_at', '>', now - stale);
  const may = (permission: 'customers.view' | 'customers.view_all'): boolean =>
    actor.kind === 'account' && actor.permissions.has(permission);
  return {
    day: formatDay(day),
    timezone,
    appointments: await countOf(ofToday()),
    over: await countOf(ofToday().where('appointments.ends_at', '<=', now)),
    next: await glances(
      db,
      await idsOf(
        appointments()
          .where('appointments.starts_at', '>=', now)
          .whereIn('appointments.status', [...openStatuses]),
      ),
    ),
    requests: { total: await countOf(waiting()), items: await glances(db, await idsOf(waiting())) },
    reminders: may('customers.view') && actor.kind === 'account' ? await dueReminders(db, actor.accountId, to) : null,
    newCustomers:
      may('customers.view') && may('customers.view_all')
        ? await countOf(
            db('customers')
              .where('status', 'active')
              .where('created_at', '>=', now - 7 * DAY),
          )
        : null,
  };
}

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const row = (await query.count({ count: '*' }).first()) as { count: number | string } | undefined;
  return Number(row?.count ?? 0);
}

async function idsOf(query: Knex.QueryBuilder): Promise<number[]> {
  const rows: { id: number }[] = await query
    .orderBy(['appointments.starts_at', 'appointments.id'])
    .limit(shown)
    .select('appointments.id');
  return rows.map(({ id }) => id);
}

async function glances(db: Db, ids: readonly number[]): Promise<Today['next']> {
  if (ids.length === 0) return [];
  const rows: {
    id: number;
    starts_at: number;
    ends_at: number;
    status: ItemStatus;
    service: string;
    colour: string;
    provider: string;
    zone: string;
  }[] = await db('appointments')
    .join('services', 'services.id', 'appointments.service_id')
    .join('providers', 'providers.id', 'appointments.provider_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .whereIn('appointments.id', [...ids])
    .orderBy(['appointments.starts_at', 'appointments.id'])
    .select(
      'appointments.id',
      'appointments.starts_at',
      'appointments.ends_at',
      'appointments.status',
      'services.name as service',
      'services.colour',
      'providers.name as provider',
      'locations.time_zone as zone',
    );
  const places: { appointment_id: number; name: string }[] = await db('booking_items')
    .join('bookings', 'bookings.id', 'booking_items.booking_id')
    .join('customers', 'customers.id', 'bookings.customer_id')
    .whereIn('booking_items.appointment_id', [...ids])
    .whereIn('booking_items.status', [...standingStatuses])
    .orderBy('booking_items.id')
    .select('booking_items.appointment_id', 'customers.display_name as name');
  return rows.map((row) => {
    const inside = places.filter((place) => place.appointment_id === row.id);
    return {
      id: row.id,
      start: formatInstant(row.starts_at),
      end: formatInstant(row.ends_at),
      timeZone: row.zone,
      status: row.status,
      service: row.service,
      colour: row.colour,
      provider: row.provider,
      customer: inside[0]?.name ?? '',
      others: Math.max(0, inside.length - 1),
    };
  });
}

/** One's own reminders of notes that come due before `until` and are not done. */
const dueReminders = (db: Db, accountId: number, until: number): Promise<number> =>
  countOf(
    db('customer_notes')
      .join('customers', 'customers.id', 'customer_notes.customer_id')
      .where('customers.status', 'active')
      .where('customer_notes.author_id', accountId)
      .where('customer_notes.remind_at', '<', until)
      .whereNull('customer_notes.done_at')
      .whereNull('customer_notes.deleted_at'),
  );
