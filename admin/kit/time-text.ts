import { dateFormat } from '../../widget/kit/formatters.js';

/** Minutes since 00:00 as people write a time of day: “09:30”, “9:30 AM”; 1440 is “24:00” in every language. */
export const timeText = (language: string, minute: number): string =>
  minute === 1440
    ? '24:00'
    : dateFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format((minute % 1440) * 60_000);

/**
 * Minutes since 00:00 of what was typed quickly: “9”, “930”, “9.30”, “9:30”, “9h30”, “9 pm”, “24”. Null where it is no time of day.
 */
export function minuteOf(text: string): number | null {
  const plain = text
    .toLowerCase()
    .replace(/[\s.]*([ap])[\s.]*m?\.?$/, '$1')
    .replace(/\s/g, '');
  const match = /^(\d{1,2})[:.,h]?(\d{2})?h?([ap])?$/.exec(plain);
  if (!match) return null;
  const [, hours = '', minutes = '0', half] = match;
  const hour = half ? (Number(hours) % 12) + (half === 'p' ? 12 : 0) : Number(hours);
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const minute = hour * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= 1440 ? minute : null;
}

/** `HH:MM` as the server writes it. */
export const wallTimeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
