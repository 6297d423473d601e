import { dayAt } from '../../widget/kit/dates.js';
import type { Appointment } from '../admin-api.js';

export interface Day {
  day: string;
  appointments: Appointment[];
}

/** Appointments by the date that their own location's calendar shows, days in order, times in order within. */
export function byDay(appointments: readonly Appointment[]): Day[] {
  const days = new Map<string, Appointment[]>();
  for (const appointment of appointments) {
    const day = dayAt(appointment.location.timeZone, appointment.start);
    days.set(day, [...(days.get(day) ?? []), appointment]);
  }
  return [...days]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([day, list]) => ({
      day,
      appointments: list.sort((left, right) => (left.start < right.start ? -1 : left.start > right.start ? 1 : 0)),
    }));
}
