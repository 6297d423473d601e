import type { Knex } from 'knex';
import type { Db } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { formatInstant } from '../../lib/time-zone.js';
import { placesOf } from '../detail/appointments.js';
import type { Scalar } from '../detail/trail-rules.js';
import { trailOf, whoOf } from '../detail/trail-rules.js';

/*
 * What is held about one customer beside the record, piece by piece and oldest first, so that the file of somebody who came for
 * twenty years needs no more memory than anybody's. Appointments of providers whose appointments the actor may not see are left out.
 */

export interface ExportedAppointment {
  reference: string;
  status: string;
  start: string;
  end: string;
  timeZone: string;
  service: string;
  provider: string;
  location: string;
  persons: number;
  priceMinor: number;
  currency: string;
  bookedAt: string;
  /** What was typed when booking. */
  typed: { firstName: string; lastName: string; email: string | null; phone: string | null; note: string };
}

export interface ExportedInvoice {
  number: string | null;
  kind: string;
  status: string;
  issueDay: string | null;
  totalMinor: number;
  currency: string;
  /** As it was printed; null on a draft. */
  recipient: { name: string; address: string; taxId: string } | null;
  note: string;
}

export interface ExportedMessage {
  writtenAt: string;
  sentAt: string | null;
  state: string;
  to: string;
  subject: string;
}

export interface ExportedActivity {
  at: string;
  by: 'account' | 'customer' | 'system';
  action: string;
  facts: Record<string, Scalar>;
  changes: { field: string; from: Scalar; to: Scalar }[];
}

const page = 500;

/** All rows of a query over ids, `page` at a time; `idColumn` names the id that `query` selects as `id`. */
async function* inPages<Row extends { id: number }>(
  idColumn: string,
  query: () => Knex.QueryBuilder,
): AsyncGenerator<Row> {
  for (let last = 0; ; ) {
    const rows: Row[] = await query().where(idColumn, '>', last).orderBy(idColumn).limit(page);
    yield* rows;
    if (rows.length < page) return;
    last = (rows.at(-1) as Row).id;
  }
}

export async function* appointmentsOf(db: Db, actor: Actor, customerId: number): AsyncGenerator<ExportedAppointment> {
  const query = () =>
    placesOf(db, actor, customerId)
      .join('services', 'services.id', 'appointments.service_id')
      .join('providers', 'providers.id', 'appointments.provider_id')
      .join('locations', 'locations.id', 'appointments.location_id')
      .select(
        'booking_items.id',
        'booking_items.status',
        'booking_items.persons',
        'booking_items.price_minor',
        'appointments.starts_at',
        'appointments.ends_at',
        'services.name as service',
        'providers.name as provider',
        'locations.name as location',
        'locations.time_zone as zone',
        'bookings.reference',
        'bookings.currency',
        'bookings.created_at',
        'bookings.first_name',
        'bookings.last_name',
        'bookings.email',
        'bookings.phone',
        'bookings.note',
      );
  // biome-ignore lint/suspicious/noExplicitAny: the row is what was selected above
  for await (const row of inPages<any>('booking_items.id', query))
    yield {
      reference: row.reference,
      status: row.status,
      start: formatInstant(row.starts_at),
      end: formatInstant(row.ends_at),
      timeZone: row.zone,
      service: row.service,
      provider: row.provider,
      location: row.location,
      persons: row.persons,
      priceMinor: row.price_minor,
      currency: row.currency,
      bookedAt: formatInstant(row.created_at),
      typed: {
        firstName: row.first_name,
        lastName: row.last_name,
        email: row.email,
        phone: row.phone,
        note: row.note,
      },
    };
}

export async function* invoicesOf(db: Db, customerId: number): AsyncGenerator<ExportedInvoice> {
  const query = () => db('invoices').where({ customer_id: customerId }).whereNot({ status: 'discarded' }).select('*');
  // biome-ignore lint/suspicious/noExplicitAny: the row is what was selected above
  for await (const row of inPages<any>('invoices.id', query))
    yield {
      ...{ number: row.number, kind: row.kind, status: row.status, issueDay: row.issue_day },
      ...{ totalMinor: row.total_minor, currency: row.currency, note: row.note },
      recipient: row.recipient === '' ? null : JSON.parse(row.recipient),
    };
}

export async function* messagesOf(db: Db, actor: Actor, customerId: number): AsyncGenerator<ExportedMessage> {
  const query = () =>
    db('messages')
      .where('audience', 'customer')
      .where((theirs) =>
        theirs
          .where('messages.customer_id', customerId)
          .orWhereIn('messages.booking_id', placesOf(db, actor, customerId).select('bookings.id')),
      )
      .select('id', 'created_at', 'sent_at', 'state', 'recipient', 'subject');
  // biome-ignore lint/suspicious/noExplicitAny: the row is what was selected above
  for await (const row of inPages<any>('messages.id', query))
    yield {
      writtenAt: formatInstant(row.created_at),
      sentAt: row.sent_at === null ? null : formatInstant(row.sent_at),
      state: row.state,
      to: row.recipient,
      subject: row.subject,
    };
}

/** The trail of the customer and of the bookings that the actor may see. Sensitive values are in none of it. */
export async function* activityOf(db: Db, actor: Actor, customerId: number): AsyncGenerator<ExportedActivity> {
  const bookings: { id: number }[] = await placesOf(db, actor, customerId).distinct('bookings.id');
  const subjects = [`customer:${customerId}`, ...bookings.map(({ id }) => `booking:${id}`)];
  for (let from = 0; from < subjects.length; from += page) {
    const some = subjects.slice(from, from + page);
    const query = () => db('audit').whereIn('subject', some).select('id', 'at', 'actor', 'action', 'values');
    // biome-ignore lint/suspicious/noExplicitAny: the row is what was selected above
    for await (const row of inPages<any>('audit.id', query))
      yield {
        at: formatInstant(row.at),
        by: whoOf(row.actor, new Map()).kind,
        action: row.action,
        ...trailOf(row.values),
      };
  }
}
