import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { day, id, idText, wallTime } from '../lib/fields.js';

/** A window of working hours in wall-clock time of the location. An end at or before the start is on the next day (T2). */
export const window = z.strictObject({ locationId: id, start: wallTime, end: wallTime });
export const weeklyWindow = z.strictObject({ weekday: z.int().min(1).max(7), ...window.shape });

export const mostWeeks = 8;
const week = z
  .int()
  .min(0)
  .max(mostWeeks - 1);

/** Hours that hold from a date on, over one week or several in turn. */
const period = z.strictObject({
  /** The first date; null for the first period: since ever. */
  from: day.nullable(),
  weeks: z.int().min(1).max(mostWeeks).default(1),
  /** A date in one of the weeks number 0; it is kept as that week's Monday. Without it: the week of `from`, or of today. */
  anchor: day.optional(),
  windows: z.array(z.strictObject({ week: week.default(0), ...weeklyWindow.shape })).max(400),
});

/** The first holds since ever; the others follow by date. */
const periods = z.strictObject({ periods: z.array(period).min(1).max(20) });

const periodAnswer = z.object({
  from: z.string().nullable(),
  weeks: z.int(),
  /** A Monday of the week number 0. */
  anchor: z.string(),
  windows: z.array(z.object({ week: z.int(), ...weeklyWindow.shape })),
});
const periodsAnswer = z.object({ periods: z.array(periodAnswer) });

export type HoursOfDate = z.output<typeof window>;
export type Periods = z.output<typeof periods>;
export type PeriodsAnswer = z.output<typeof periodsAnswer>;
export type PeriodAnswer = PeriodsAnswer['periods'][number];

const byId = z.strictObject({ id: idText });

export const hoursEndpoints = endpoints({
  'GET /providers/:id/hours': {
    who: 'providers.view',
    summary:
      'All working hours: what holds since ever, and what begins at a date; each over one week or several in turn.',
    params: byId,
    answer: periodsAnswer,
    errors: ['not_found'],
    limit: 'read',
  },
  'PUT /providers/:id/hours': {
    who: 'providers.edit',
    summary: 'Replace all working hours.',
    params: byId,
    body: periods,
    answer: periodsAnswer,
    errors: ['not_found'],
    limit: 'write',
  },
});
