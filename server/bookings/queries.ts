import type { PlannedLeg } from '../availability/visit.js';
import type { Tx } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import type { ItemStatus } from '../lib/statuses.js';
import type { Contact, VisitWish } from './schema.js';

export interface BookingValues {
  customerId: number;
  visit: VisitWish;
  contact: Contact;
  totalMinor: number;
  currency: string;
  source: 'widget' | 'admin' | 'import';
  createdAt: number;
}

/** Adds the booking row and answers its id; null when the reference is taken already. */
export async function insertBooking(
  tx: Tx,
  reference: string,
  tokenHash: string,
  values: BookingValues,
): Promise<number | null> {
  const { contact } = values;
  const { language, timezone, acceptedTerms } = values.visit;
  try {
    const [id] = await tx('bookings').insert({
      reference,
      manage_token_hash: tokenHash,
      customer_id: values.customerId,
      first_name: contact.firstName,
      last_name: contact.lastName,
      email: contact.email,
      phone: contact.phone,
      note: contact.note,
      language,
      time_zone: timezone,
      total_minor: values.totalMinor,
      currency: values.currency,
      terms_version: acceptedTerms,
      source: values.source,
      created_at: values.createdAt,
    });
    return id as number;
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
}

/** The appointment of a leg: the group appointment that it joins, or a new one. */
export async function appointmentOf(tx: Tx, leg: PlannedLeg, status: ItemStatus, at: number): Promise<number> {
  if (leg.joins) {
    if (status === 'confirmed')
      await tx('appointments').where({ id: leg.joins.appointmentId, status: 'pending' }).update({ status });
    return leg.joins.appointmentId;
  }
  const { offer } = leg;
  const [id] = await tx('appointments').insert({
    resource_id: offer.resourceId,
    service_id: offer.serviceId,
    provider_id: offer.providerId,
    location_id: offer.locationId,
    starts_at: leg.start,
    ends_at: leg.end,
    busy_from: leg.busyFrom,
    busy_to: leg.busyTo,
    capacity: offer.capacity,
    status,
    created_at: at,
  });
  return id as number;
}

export async function insertItems(
  tx: Tx,
  bookingId: number,
  items: readonly {
    appointmentId: number;
    persons: number;
    priceMinor: number;
    extras: string | null;
    status: ItemStatus;
  }[],
  at: number,
): Promise<void> {
  await tx('booking_items').insert(
    items.map((item) => ({
      booking_id: bookingId,
      appointment_id: item.appointmentId,
      persons: item.persons,
      price_minor: item.priceMinor,
      extras: item.extras,
      status: item.status,
      created_at: at,
    })),
  );
}
