import type { Db, Tx } from '../../db/connect.js';
import { standingStatuses } from '../../lib/statuses.js';
import { HOUR } from '../../lib/time-zone.js';
import type { FeedEvent } from './feed-text.js';

export interface FeedRow {
  provider_id: number;
  customer_names: number;
  created_at: number;
  read_at: number | null;
}

export async function findFeed(db: Db | Tx, providerId: number): Promise<FeedRow | null> {
  const row: FeedRow | undefined = await db('calendar_feeds')
    .where({ provider_id: providerId })
    .first('provider_id', 'customer_names', 'created_at', 'read_at');
  return row ?? null;
}

/** The feed that a token opens: of a provider in use, none of whose accounts were all disabled since (ATTACKS S105). */
export async function openFeed(db: Db, tokenHash: string): Promise<(FeedRow & { name: string }) | null> {
  const row: (FeedRow & { name: string }) | undefined = await db('calendar_feeds')
    .join('providers', 'providers.id', 'calendar_feeds.provider_id')
    .where('calendar_feeds.token_hash', tokenHash)
    .where('providers.status', 'active')
    .first(
      'calendar_feeds.provider_id',
      'calendar_feeds.customer_names',
      'calendar_feeds.created_at',
      'calendar_feeds.read_at',
      'providers.name',
    );
  if (!row) return null;
  const accounts: { status: string }[] = await db('accounts').where({ provider_id: row.provider_id }).select('status');
  return accounts.length > 0 && accounts.every(({ status }) => status === 'disabled') ? null : row;
}

export async function replaceFeed(
  tx: Tx,
  providerId: number,
  feed: { tokenHash: string; customerNames: boolean; at: number },
): Promise<void> {
  await tx('calendar_feeds').where({ provider_id: providerId }).delete();
  await tx('calendar_feeds').insert({
    provider_id: providerId,
    token_hash: feed.tokenHash,
    customer_names: feed.customerNames ? 1 : 0,
    created_at: feed.at,
  });
}

/** Notes that a calendar came, at most once an hour: it says whether the link is still used, and costs next to nothing. */
export async function noteRead(db: Db, { provider_id, read_at }: FeedRow, now: number): Promise<void> {
  if (read_at !== null && read_at > now - HOUR) return;
  await db('calendar_feeds').where({ provider_id }).update({ read_at: now });
}

interface Row {
  id: number;
  sequence: number;
  starts_at: number;
  ends_at: number;
  status: string;
  capacity: number;
  service: string;
  location: string;
}

/** A year has some 4,000 appointments of a busy provider; beyond this, a calendar is no longer read by people. */
const most = 10_000;

export async function readFeedEvents(
  db: Db,
  { provider_id, customer_names }: FeedRow,
  from: number,
  to: number,
): Promise<FeedEvent[]> {
  const rows: Row[] = await db('appointments')
    .join('services', 'services.id', 'appointments.service_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .where('appointments.provider_id', provider_id)
    .whereIn('appointments.status', [...standingStatuses])
    .where('appointments.starts_at', '>=', from)
    .where('appointments.starts_at', '<', to)
    .orderBy(['appointments.starts_at', 'appointments.id'])
    .limit(most)
    .select('appointments.id', 'appointments.sequence', 'appointments.starts_at', 'appointments.ends_at')
    .select('appointments.status', 'appointments.capacity')
    .select('services.name as service', 'locations.name as location');
  const people = await readPeople(db, provider_id, from, to);
  return rows.map(({ id, sequence, starts_at, ends_at, status, capacity, service, location }) => {
    const { names, persons } = people.get(id) ?? { names: [], persons: 0 };
    const group = capacity > 1 ? ` (${persons}/${capacity})` : '';
    const who = customer_names && capacity === 1 && names.length > 0 ? `: ${names.join(', ')}` : '';
    const times = { startsAt: starts_at, endsAt: ends_at };
    return { id, sequence, ...times, confirmed: status !== 'pending', summary: service + group + who, location };
  });
}

async function readPeople(
  db: Db,
  providerId: number,
  from: number,
  to: number,
): Promise<Map<number, { names: string[]; persons: number }>> {
  const rows: { appointment_id: number; persons: number; name: string }[] = await db('appointments')
    .join('booking_items', 'booking_items.appointment_id', 'appointments.id')
    .join('bookings', 'bookings.id', 'booking_items.booking_id')
    .join('customers', 'customers.id', 'bookings.customer_id')
    .where('appointments.provider_id', providerId)
    .where('appointments.starts_at', '>=', from)
    .where('appointments.starts_at', '<', to)
    .whereIn('booking_items.status', [...standingStatuses])
    .orderBy('booking_items.id')
    .select('booking_items.appointment_id', 'booking_items.persons', 'customers.display_name as name');
  const people = new Map<number, { names: string[]; persons: number }>();
  for (const { appointment_id, persons, name } of rows) {
    const known = people.get(appointment_id) ?? { names: [], persons: 0 };
    known.names.push(name);
    known.persons += persons;
    people.set(appointment_id, known);
  }
  return people;
}
