import type { Appointment } from '../admin-api.js';
import type { AdminWords } from '../admin-words.js';

const counted = new Set(['pending', 'confirmed']);

/** The bookings that hold a place; all of them where none does, so that a cancelled appointment still says whose it was. */
export function bookingsThatCount({ bookings }: Appointment): Appointment['bookings'] {
  const active = bookings.filter(({ status }) => counted.has(status));
  return active.length > 0 ? active : bookings;
}

/** Who comes: a name, and beside it how many others there are, or for how many persons the one has booked. */
export function peopleOf(appointment: Appointment, { t }: AdminWords): { name: string; more: string } {
  const [first, ...others] = bookingsThatCount(appointment);
  if (!first) return { name: t('appointments.nobody'), more: '' };
  const { customer, persons } = first;
  if (others.length > 0) return { name: customer.name, more: t('appointments.others', { count: others.length }) };
  return { name: customer.name, more: persons > 1 ? t('appointments.persons', { count: persons }) : '' };
}
