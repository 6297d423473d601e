import { dayAt, formatDay, formatTime, visitorZone } from '../../widget/kit/dates.js';
import { addDays } from '../../widget/kit/days.js';
import type { AdminApi, Place, Provider } from '../admin-api.js';
import type { AdminWords } from '../admin-words.js';
import { wallMinute } from '../calendar/zone-day.js';
import { minuteOf, timeText } from '../kit/time-text.js';
import type { HoursOfDate } from './hours-draft.js';

export type Absence = AdminApi['GET /providers/:id/absences']['answer']['items'][number];
export type SpecialDay = AdminApi['GET /providers/:id/special-days']['answer']['items'][number];

/** The zone that a provider's absences are told in: that of their first location. */
export const zoneOf = ({ locations: own }: Provider, locations: readonly Place[]): string =>
  (locations.find(({ id }) => own.includes(id)) ?? locations[0])?.timeZone ?? visitorZone();

/** An absence as people say it: days alone where it takes whole days, else with times. */
export function absenceWords(
  { t, language }: AdminWords,
  { startsAt, endsAt }: Absence,
  zone: string,
): { title: string; text: string } {
  const first = dayAt(zone, startsAt);
  const whole = wallMinute(zone, Date.parse(startsAt)) === 0 && wallMinute(zone, Date.parse(endsAt)) === 0;
  const last = whole ? addDays(dayAt(zone, endsAt), -1) : dayAt(zone, endsAt);
  const from = formatDay(language, first, 'full');
  const title = first === last ? from : t('providers.fromTo', { from, to: formatDay(language, last, 'full') });
  const times = { from: formatTime(language, startsAt, zone), to: formatTime(language, endsAt, zone) };
  return { title, text: whole ? t('timeOff.wholeDays') : t('providers.fromTo', times) };
}

/** The windows of a date in a line. */
export function windowsWords(
  { t, language }: AdminWords,
  windows: readonly HoursOfDate[],
  places: readonly Place[],
): string {
  if (windows.length === 0) return t('providers.notWorking');
  const said = (time: string) => timeText(language, minuteOf(time) ?? 0);
  return windows
    .map(({ start, end, locationId }) => {
      const where = places.find(({ id }) => id === locationId)?.name ?? '';
      return `${said(start)}–${said(end)} ${where}`.trim();
    })
    .join(', ');
}
