import { offsetAt } from '../../lib/time-zone.js';
import { dateFormat } from './formats.js';

/** A span of time as people of one language say it, on the clock of one zone. */
export interface Moment {
  /** `Tuesday 24 November` */
  day: string;
  /** `Tuesday, 24 November 2026` */
  date: string;
  /** `14:30` */
  start: string;
  /** `14:30–15:15` */
  times: string;
  /** `Western European Standard Time`; '' where `times` names the zones itself. */
  zone: string;
}

/** How an instant or a span (epoch milliseconds) reads on the clock of `zone`. */
export function momentOf(locale: string, zone: string, startsAt: number, endsAt: number): Moment {
  const format = (shape: Parameters<typeof dateFormat>[0], instant: number) =>
    plainSpaces(dateFormat(shape, locale, zone).format(instant));
  const start = format('time', startsAt);
  const zoneName = (instant: number) => zoneNameAt(locale, zone, instant);
  return {
    day: format('day', startsAt),
    date: format('date', startsAt),
    start,
    ...(offsetAt(zone, startsAt) === offsetAt(zone, endsAt)
      ? { times: range(locale, zone, startsAt, endsAt), zone: zoneName(startsAt) }
      : // The clocks change in between: each end says which of the two times it is in.
        { times: `${start} (${zoneName(startsAt)}) – ${format('time', endsAt)} (${zoneName(endsAt)})`, zone: '' }),
  };
}

/** `14:30–15:15 (Western European Standard Time)` */
export const timesLine = ({ times, zone }: Moment): string => (zone ? `${times} (${zone})` : times);

/** `Tuesday, 24 November 2026, 14:30–15:15 (Western European Standard Time)` */
export const momentLine = (moment: Moment): string => `${moment.date}, ${timesLine(moment)}`;

/** Whether two zones' clocks show the same during a span, whatever the zones are called. */
export const sameClock = (left: string, right: string, startsAt: number, endsAt: number): boolean =>
  left === right || [startsAt, endsAt].every((instant) => offsetAt(left, instant) === offsetAt(right, instant));

function range(locale: string, zone: string, startsAt: number, endsAt: number): string {
  const date = dateFormat('date', locale, zone);
  const time = dateFormat('time', locale, zone);
  if (date.format(startsAt) === date.format(endsAt)) return plainSpaces(time.formatRange(startsAt, endsAt));
  return plainSpaces(`${time.format(startsAt)} – ${dateFormat('weekdayTime', locale, zone).format(endsAt)}`);
}

function zoneNameAt(locale: string, zone: string, instant: number): string {
  const parts = dateFormat('zone', locale, zone).formatToParts(instant);
  return plainSpaces(parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone);
}

/** Intl's thin spaces are boxes in some mail programs' fonts. */
const plainSpaces = (text: string): string => text.replace(/[\u2009\u202f]/g, ' ');
