import { z } from 'zod';
import { bandKinds } from '../availability/day-bands.js';
import { mostServices } from '../availability/limits.js';
import { refusalReasons, serviceList } from '../availability/schema.js';
import { longestDuration } from '../catalog/schema.js';
import { endpoints } from '../lib/endpoint.js';
import { atMostDays, day, id, idText, numberText } from '../lib/fields.js';
import { itemStatuses } from '../lib/statuses.js';

/** Most days of one look at the calendar: a month with the ends of its neighbours, and room to spare. */
const mostDays = 62;

const span = z.object({ start: z.string(), end: z.string() });

/** An appointment as the calendar draws it. Instants in UTC; `busyFrom` and `busyTo` include the buffers. */
export const calendarEvent = z.object({
  id,
  start: z.string(),
  end: z.string(),
  busyFrom: z.string(),
  busyTo: z.string(),
  status: z.enum(itemStatuses),
  service: id,
  provider: id,
  location: id,
  /** The first customer in it; '' when nobody is. */
  customer: z.string(),
  /** How many other bookings there are in it. */
  others: z.int(),
  capacity: z.int(),
  /** Persons in standing bookings. */
  taken: z.int(),
  /** Counts up with every change of the time: what a move sends along. */
  version: z.int(),
});
export type CalendarEvent = z.output<typeof calendarEvent>;

export const calendarView = z.object({
  /** The zone whose dates and clock the calendar shows: the location's asked for, else the first one's. */
  timezone: z.string(),
  locations: z.array(z.object({ id, name: z.string(), timeZone: z.string() })),
  services: z.array(z.object({ id, name: z.string(), colour: z.string() })),
  /** Those whose calendars this account may see, in the business's order; who has left stands there with what they still have. */
  providers: z.array(
    z.object({
      id,
      name: z.string(),
      /** Working hours as they fall, special days counted in. */
      windows: z.array(span.extend({ location: id })),
      absences: z.array(span),
    }),
  ),
  /** `location` null: the whole business. */
  closures: z.array(span.extend({ location: id.nullable() })),
  events: z.array(calendarEvent),
  /** There are more than are shown: narrow the days or the filters. */
  cut: z.boolean(),
});
export type CalendarView = z.output<typeof calendarView>;

/** Most days of one look at bands and refused starts: a week. */
const mostBandDays = 8;

export const availabilityDay = z.object({
  timezone: z.string(),
  location: id,
  /** Customers can't book it whatever the time: a service of the visit is archived or hidden. */
  hidden: z.boolean(),
  /** How long the visit takes with each, in minutes, and what their time looks like. */
  providers: z.array(
    z.object({
      id,
      name: z.string(),
      /** false: this provider doesn't perform it there, and nothing more is said. */
      offered: z.boolean(),
      minutes: z.int(),
      bands: z.array(span.extend({ kind: z.enum(bandKinds) })),
      /** `count` starts from `first` to `last`, both inclusive, with the same answer; `reason` null: they can be booked. */
      starts: z.array(
        z.object({ first: z.string(), last: z.string(), count: z.int(), reason: z.enum(refusalReasons).nullable() }),
      ),
    }),
  ),
});
export type AvailabilityDay = z.output<typeof availabilityDay>;

export const calendarEndpoints = endpoints({
  'GET /calendar': {
    who: 'appointments.view',
    summary:
      'What the calendar shows from one local date to another: appointments, working hours, absences and closures.',
    query: z
      .strictObject({
        from: day,
        to: day,
        provider: idText.optional(),
        location: idText.optional(),
        service: idText.optional(),
        /** `active`, when absent, leaves out what was cancelled or rejected. */
        status: z.enum(['active', 'all', ...itemStatuses]).optional(),
      })
      .refine(atMostDays(mostDays), { message: `must be from 0 to ${mostDays - 1} days after from`, path: ['to'] }),
    answer: calendarView,
    errors: [],
    limit: 'read',
    prepared: true,
  },
  'GET /events': {
    who: 'appointments.view',
    summary: 'Server-sent events: whose calendars changed, for who may see them; what changed is asked for anew.',
    answer: z.string(),
    media: 'text/event-stream',
    stream: true,
    errors: [],
    limit: 'read',
  },
  'GET /availability/day': {
    who: 'appointments.view',
    summary: `Providers' time as bands, and why each start is refused. A visit has ${mostServices} services at most.`,
    query: z
      .strictObject({
        service: serviceList.optional(),
        /** In place of services: the appointment that would move. Its own time counts as free. */
        appointment: idText.optional(),
        provider: idText.optional(),
        location: idText.optional(),
        from: day,
        to: day,
        /** Another length than the service's or the appointment's, in minutes. */
        minutes: numberText(5, longestDuration).optional(),
        /** Starts that are looked at beside the service's own, in minutes from midnight on; 15 when absent. */
        step: numberText(5, 60).optional(),
      })
      .refine(atMostDays(mostBandDays), {
        message: `must be from 0 to ${mostBandDays - 1} days after from`,
        path: ['to'],
      })
      .refine(({ service, appointment }) => (service === undefined) !== (appointment === undefined), {
        message: 'must come with exactly one of service and appointment',
        path: ['service'],
      }),
    answer: availabilityDay,
    errors: ['not_found'],
    limit: 'read',
  },
});
