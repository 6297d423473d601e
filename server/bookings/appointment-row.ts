import { z } from 'zod';
import { id } from '../lib/fields.js';
import { itemStatuses } from '../lib/statuses.js';
import { bookedExtra } from './extra-schema.js';

export const bookingSources = ['widget', 'admin', 'import'] as const;

/** An appointment as staff see it in a list, with who is in it. */
export const appointmentRow = z.object({
  id,
  /** Counts its changes; who moves it says which one they looked at. */
  version: z.int(),
  start: z.string(),
  end: z.string(),
  status: z.enum(itemStatuses),
  service: z.object({ id, name: z.string(), colour: z.string() }),
  provider: z.object({ id, name: z.string() }),
  location: z.object({ id, name: z.string(), timeZone: z.string() }),
  capacity: z.int(),
  /** Persons in standing bookings. */
  taken: z.int(),
  bookings: z.array(
    z.object({
      reference: z.string(),
      customer: z.object({ id, name: z.string() }),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      note: z.string(),
      persons: z.int(),
      /** With its extras. */
      priceMinor: z.int(),
      extras: z.array(bookedExtra),
      currency: z.string(),
      status: z.enum(itemStatuses),
      source: z.string(),
      createdAt: z.string(),
    }),
  ),
});
export type AppointmentRow = z.output<typeof appointmentRow>;
