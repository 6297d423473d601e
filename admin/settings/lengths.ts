import { numberFormat } from '../../widget/kit/formatters.js';
import type { SettingsWords } from './settings-words.js';

/** Minutes that are usual for the distance of starts, and for notice. */
export const stepChoices = [5, 10, 15, 20, 30, 45, 60, 90, 120];
const hour = 60;
const day = 24 * hour;
export const noticeChoices = [0, 15, 30, hour, 2 * hour, 4 * hour, 12 * hour, day, 2 * day, 3 * day, 7 * day, 14 * day];

/** A length in the largest unit that it is whole in: “2 hours”, “3 days”; none for 0. */
export function lengthWords({ t, language }: SettingsWords, minutes: number): string {
  if (minutes === 0) return t('settings.noNotice');
  const [amount, unit] =
    minutes % day === 0
      ? [minutes / day, 'day']
      : minutes % hour === 0
        ? [minutes / hour, 'hour']
        : [minutes, 'minute'];
  return numberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}
