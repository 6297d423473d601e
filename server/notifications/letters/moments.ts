import { offsetAt } from '../../lib/time-zone.js';

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
  const format = (options: Intl.DateTimeFormatOptions, instant: number) =>
    plainSpaces(new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(instant));
  const start = format({ timeStyle: 'short' }, startsAt);
  const zoneName = (instant: number) => zoneNameAt(locale, zone, instant);
  return {
    day: format({ weekday: 'long', day: 'numeric', month: 'long' }, startsAt),
    date: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, startsAt),
    start,
    ...(offsetAt(zone, startsAt) === offsetAt(zone, endsAt)
      ? { times: range(locale, zone, startsAt, endsAt), zone: zoneName(startsAt) }
      : // The clocks change in between: each end says which of the two times it is in.
        {
          times: `${start} (${zoneName(startsAt)}) – ${format({ timeStyle: 'short' }, endsAt)} (${zoneName(endsAt)})`,
          zone: '',
        }),
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
  const date = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short' });
  const overnight = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  if (date.format(startsAt) === date.format(endsAt)) return plainSpaces(time.formatRange(startsAt, endsAt));
  return plainSpaces(`${time.format(startsAt)} – ${overnight.format(endsAt)}`);
}

function zoneNameAt(locale: string, zone: string, instant: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(instant);
  return plainSpaces(parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone);
}

/** Intl's thin spaces are boxes in some mail programs' fonts. */
const plainSpaces = (text: string): string => text.replace(/[\u2009\u202f]/g, ' ');
