import { dayAt } from '../../widget/kit/dates.js';
import type { Appointment } from '../admin-api.js';

export interface Day {
  day: string;
  appointments: Appointment[];
}

/** As they come, each under its own day. */
export const eachAlone = (appointments: readonly Appointment[]): Day[] =>
  appointments.map((one) => ({ day: dayAt(one.location.timeZone, one.start), appointments: [one] }));

/**
 * Appointments by the date that their own location's calendar shows, days in order, times in order within; or both the other way
 * round.
 */
export function byDay(appointments: readonly Appointment[], backwards = false): Day[] {
  const turn = backwards ? -1 : 1;
  const days = new Map<string, Appointment[]>();
  for (const appointment of appointments) {
    const day = dayAt(appointment.location.timeZone, appointment.start);
    days.set(day, [...(days.get(day) ?? []), appointment]);
  }
  return [...days]
    .sort(([left], [right]) => (left < right ? -turn : turn))
    .map(([day, list]) => ({
      day,
      appointments: list.sort((left, right) =>
        left.start < right.start ? -turn : left.start > right.start ? turn : 0,
      ),
    }));
}
