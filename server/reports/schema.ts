import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { atMostDays, day, id, timeZone } from '../lib/fields.js';
import { itemStatuses } from '../lib/statuses.js';

const glance = z.object({
  id,
  start: z.string(),
  end: z.string(),
  timeZone: z.string(),
  status: z.enum(itemStatuses),
  service: z.string(),
  colour: z.string(),
  provider: z.string(),
  /** The first customer in it; '' when nobody is. */
  customer: z.string(),
  /** How many other bookings there are in it. */
  others: z.int(),
});

export const today = z.object({
  /** The day that it is, and the zone whose clock says so: the business's first location's. */
  day: z.string(),
  timezone: z.string(),
  /** Standing appointments of the day, and how many of them are over. */
  appointments: z.int(),
  over: z.int(),
  /** The next that begin, today or later. */
  next: z.array(glance),
  /** Requests that wait for an answer, those that begin first first. */
  requests: z.object({ total: z.int(), items: z.array(glance) }),
  /** Own reminders that are due by the end of the day; null for who sees no customers. */
  reminders: z.int().nullable(),
  /** Customers who came into being in the last seven days; null for who doesn't see all of them. */
  newCustomers: z.int().nullable(),
});
export type Today = z.output<typeof today>;

const money = z.object({ currency: z.string(), minor: z.int() });

export const numbers = z.object({
  from: z.string(),
  to: z.string(),
  timezone: z.string(),
  /** One entry a day. `bookings`: places that stand; `minor`: what those cost that were kept, in the business's currency. */
  days: z.array(z.object({ day: z.string(), bookings: z.int(), minor: z.int() })),
  bookings: z.int(),
  cancelled: z.int(),
  /** What kept visits cost, by currency. */
  revenue: z.array(money),
  /** Kept visits and those nobody came to, of what is over. */
  kept: z.int(),
  noShows: z.int(),
  /** Minutes that were open, and that appointments took of them. Active providers, and who had appointments. */
  providers: z.array(
    z.object({ id, name: z.string(), openMinutes: z.int(), bookedMinutes: z.int(), appointments: z.int() }),
  ),
  /** How many appointments begin in each hour of each ISO weekday (1 Monday). */
  hours: z.array(z.object({ weekday: z.int(), hour: z.int(), appointments: z.int() })),
});
export type Numbers = z.output<typeof numbers>;

/** Most days of one look. */
const mostDays = 366;

export const reportEndpoints = endpoints({
  'GET /reports/today': {
    who: 'appointments.view',
    summary: 'The day at a glance: what comes next and what waits.',
    answer: today,
    errors: [],
    limit: 'read',
  },
  'GET /reports/numbers': {
    who: 'reports.view',
    summary: 'Bookings, revenue, use of time and no-shows of local days, both inclusive, 366 at most.',
    query: z
      .strictObject({ from: day, to: day, timezone: timeZone.optional() })
      .refine(atMostDays(mostDays), { message: `must be from 0 to ${mostDays - 1} days after from`, path: ['to'] }),
    answer: numbers,
    errors: [],
    limit: 'read',
  },
});
