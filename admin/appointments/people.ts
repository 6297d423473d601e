import type { Appointment } from '../admin-api.js';
import type { AdminWords } from '../admin-words.js';

const counted = new Set(['pending', 'confirmed', 'completed', 'no_show']);

/** The bookings that hold a place; all of them where none does, so that a cancelled appointment still says whose it was. */
export function bookingsThatCount({ bookings }: Appointment): Appointment['bookings'] {
  const active = bookings.filter(({ status }) => counted.has(status));
  return active.length > 0 ? active : bookings;
}

export interface People {
  name: string;
  /** As it is shown, and in whole words for who listens. */
  more?: { shown: string; said: string };
}

/** Who comes: a name, and beside it how many others there are, or for how many persons the one has booked. */
export function peopleOf(appointment: Appointment, { t }: AdminWords): People {
  const [first, ...others] = bookingsThatCount(appointment);
  if (!first) return { name: t('appointments.nobody') };
  const { customer, persons } = first;
  const { length: count } = others;
  if (count > 0)
    return { name: customer.name, more: { shown: `+${count}`, said: t('appointments.others', { count }) } };
  if (persons === 1) return { name: customer.name };
  return { name: customer.name, more: { shown: `×${persons}`, said: t('appointments.persons', { count: persons }) } };
}
