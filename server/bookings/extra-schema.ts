import { z } from 'zod';

/** What was booked with a service, as it was then; the price is for one. */
export const bookedExtra = z.object({ name: z.string(), quantity: z.int(), priceMinor: z.int() });
export type BookedExtra = z.output<typeof bookedExtra>;
