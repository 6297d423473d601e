import { instantOfWallTime, parseDay } from '../../lib/time-zone.js';

export interface RemindOn {
  day: string;
  /** `HH:MM`, or `24:00` as the end of the day. */
  time: string;
  timeZone?: string | undefined;
}

/** The instant at which the zone's clock shows that time (DESIGN, rule T1); null when that is not ahead of `now`. */
export function reminderInstant({ day, time }: RemindOn, zone: string, now: number): number | null {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const at = instantOfWallTime(zone, parseDay(day) ?? 0, hours * 60 + minutes);
  return at > now ? at : null;
}
