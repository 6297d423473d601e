import type { Db } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import { sha256 } from '../lib/ids.js';
import type { Permission } from '../lib/permissions.js';
import { formatInstant } from '../lib/time-zone.js';
import { makeBooking } from './booking.js';
import type { BookingDeps } from './deps.js';
import type { OwnBooking } from './schema.js';
import { insistOnOwnProvider } from './scope.js';
import type { StaffBooked, StaffBooking } from './staff-schema.js';

/**
 * Books a visit in the name of a customer, who is added in the same transaction (FEATURES A003, A035 to A041) or is there already.
 * Rules, prices and refusals are those of the public door. AppErrors beside `makeBooking`'s: `forbidden`; `conflict` with
 * `details.duplicates`, or with `details.status` for a customer who is not in use; `not_found`; `invalid_request` by field.
 */
export async function bookForCustomer(
  deps: BookingDeps,
  actor: Actor,
  body: StaffBooking,
  key: string,
): Promise<StaffBooked> {
  const { customer, note, overrule, ...visit } = body;
  const { number, ...fields } = customer;
  insistOn(actor, number === undefined ? 'customers.create_with_appointment' : 'customers.view');
  insistOnOwnProvider(actor, visit.provider);
  if (overrule) insistOn(actor, 'appointments.overrule', 'overrule');
  const found = number === undefined ? await deps.newCustomer(actor, fields) : deps.chosenCustomer(actor, number);
  const answer = await makeBooking(deps, {
    visit,
    source: 'admin',
    overruled: overrule,
    actor,
    attempt: attemptOf(deps, actor, key, body),
    check: async () => {},
    async customer(tx) {
      const { id, ...contact } = await found(tx);
      // Whoever adds a customer tells the trail at once.
      return { id, contact: { ...contact, note }, added: false };
    },
  });
  return readBooked(deps.db, (JSON.parse(answer) as OwnBooking).reference);
}

const mayNot = (message: string, field?: string): AppError =>
  new AppError('forbidden', message, field === undefined ? {} : { field });

function insistOn(actor: Actor, permission: Permission, field = 'customer'): void {
  if (actor.kind === 'account' && actor.permissions.has(permission)) return;
  throw mayNot('Your account is not allowed to do this.', field);
}

/**
 * The key is the account's own, so that nobody is answered with another one's booking. The body holds what a digest alone would
 * give away to whoever tries all numbers of a kind, so its digest is keyed.
 */
function attemptOf(deps: BookingDeps, actor: Actor, key: string, body: StaffBooking) {
  const who = actor.kind === 'account' ? actor.accountId : actor.kind;
  return { keyHash: sha256(`staff\0${who}\0${key}`), bodyHash: sha256(deps.fingerprint(JSON.stringify(body))) };
}

/** What was booked, for the page that leads on to it. */
async function readBooked(db: Db, reference: string): Promise<StaffBooked> {
  const rows: { customer_id: number; id: number; starts_at: number }[] = await db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .where('bookings.reference', reference)
    .orderBy(['appointments.starts_at', 'booking_items.id'])
    .select('bookings.customer_id', 'appointments.id', 'appointments.starts_at');
  const [first] = rows;
  if (!first) throw notFound();
  const appointments = rows.map((row) => ({ id: row.id, start: formatInstant(row.starts_at) }));
  return { reference, customer: first.customer_id, appointments };
}
