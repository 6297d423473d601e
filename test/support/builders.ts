import type { Db, Tx } from '../../server/db/connect.js';
import { toRow } from '../../server/db/rows.js';
import { transact } from '../../server/db/transact.js';
import { makeReference, makeToken, sha256, systemRandom } from '../../server/lib/ids.js';
import type { ItemStatus } from '../../server/lib/statuses.js';
import { MINUTE } from '../../server/lib/time-zone.js';

/*
 * Rows put straight into the tables, for tests of what reads them. The cast: Ada the stylist, Ben the customer.
 */

/** One place in the visit. */
export interface ItemWish {
  service?: string;
  provider?: string;
  providerEmail?: string | null;
  /** Minutes after the visit's start. */
  after?: number;
  minutes?: number;
  persons?: number;
  capacity?: number;
  priceMinor?: number;
  needsApproval?: boolean;
  cancelNoticeMinutes?: number;
  status?: ItemStatus;
  sequence?: number;
}

export interface BookingWish {
  /** Start of the visit: `2026-11-24T14:30:00Z`. */
  start?: string;
  /** Zone of the location. */
  zone?: string;
  locationName?: string;
  address?: string;
  locationPhone?: string | null;
  /** Zone of the customer; the location's when absent. */
  customerZone?: string;
  language?: string;
  firstName?: string;
  lastName?: string;
  email?: string | null;
  phone?: string | null;
  note?: string;
  currency?: string;
  items?: ItemWish[];
  createdAt?: string;
}

/** What was put in. */
export interface MadeBooking {
  id: number;
  reference: string;
  /** The manage token in clear, of which the row holds the hash. */
  token: string;
  itemIds: number[];
  appointmentIds: number[];
  providerIds: number[];
  locationId: number;
  customerId: number;
}

/** Ben's booking of a haircut with Ada in Lisbon, or what is wished otherwise, with everything it refers to. */
export const aBooking = (db: Db, wish: BookingWish = {}): Promise<MadeBooking> =>
  transact(db, async (tx) => {
    const { start = '2026-11-24T14:30:00Z', zone = 'Europe/Lisbon', createdAt = '2026-11-20T10:00:00Z' } = wish;
    const { firstName = 'Ben', lastName = 'Miller', email = 'ben@example.com', phone = null, items = [{}] } = wish;
    const at = Date.parse(createdAt);
    const locationId = await add(tx, 'locations', {
      name: wish.locationName ?? 'Baixa',
      address: wish.address ?? 'Rua Augusta 12\n1100-053 Lisboa',
      phone: wish.locationPhone === undefined ? '+351 210 000 000' : wish.locationPhone,
      timeZone: zone,
    });
    const categoryId = await add(tx, 'categories', { name: 'Hair' });
    const customerId = await add(tx, 'customers', {
      ...{ firstName, lastName, email, phone, source: 'widget', createdAt: at },
      displayName: `${firstName} ${lastName}`.slice(0, 201),
      sortName: `${lastName} ${firstName}`.toLowerCase().slice(0, 201),
    });
    const reference = makeReference(systemRandom);
    const token = makeToken(systemRandom);
    const bookingId = await add(tx, 'bookings', {
      ...{ reference, customerId, firstName, lastName, email, phone, createdAt: at, source: 'widget' },
      manageTokenHash: sha256(token),
      note: wish.note ?? '',
      language: wish.language ?? 'en',
      timeZone: wish.customerZone ?? zone,
      totalMinor: items.reduce((sum, { priceMinor = 4500 }) => sum + priceMinor, 0),
      currency: wish.currency ?? 'EUR',
    });
    const made: MadeBooking = {
      ...{ id: bookingId, reference, token, locationId, customerId },
      ...{ itemIds: [], appointmentIds: [], providerIds: [] },
    };
    for (const item of items) await addItem(tx, made, item, categoryId, Date.parse(start), at);
    return made;
  });

async function addItem(
  tx: Tx,
  made: MadeBooking,
  item: ItemWish,
  categoryId: number,
  visitStart: number,
  createdAt: number,
): Promise<void> {
  const { service = 'Haircut', provider = 'Ada', after = 0, minutes = 45, persons = 1, capacity = 1 } = item;
  const { priceMinor = 4500, status = 'confirmed', sequence = 0 } = item;
  const serviceId = await add(tx, 'services', {
    ...{ categoryId, name: service, description: '', durationMinutes: minutes, stepMinutes: 15, priceMinor, capacity },
    ...{ currency: 'EUR', horizonDays: 90, colour: '#5b6472' },
    cancelNoticeMinutes: item.cancelNoticeMinutes ?? 24 * 60,
    needsApproval: item.needsApproval ?? status === 'pending',
  });
  const resourceId = await add(tx, 'calendars', { version: 1 });
  const providerId = await add(tx, 'providers', {
    resourceId,
    name: provider,
    email: item.providerEmail === undefined ? 'ada@example.com' : item.providerEmail,
  });
  const startsAt = visitStart + after * MINUTE;
  const endsAt = startsAt + minutes * MINUTE;
  const appointmentId = await add(tx, 'appointments', {
    ...{ resourceId, serviceId, providerId, locationId: made.locationId, startsAt, endsAt, capacity, sequence },
    ...{ busyFrom: startsAt, busyTo: endsAt, status, createdAt },
  });
  made.providerIds.push(providerId);
  made.appointmentIds.push(appointmentId);
  made.itemIds.push(
    await add(tx, 'booking_items', { bookingId: made.id, appointmentId, persons, priceMinor, status, createdAt }),
  );
}

/** Inserts a row named as in the code and answers its id. */
async function add(tx: Tx, table: string, values: object): Promise<number> {
  const [id] = await tx(table).insert(toRow(values));
  return Number(id);
}
