import type { AdminApi } from '../../server/api.js';
import type { DurationText } from '../kit/duration-text.js';
import { durationText, parseDuration } from '../kit/duration-text.js';
import { minorOf, moneyText } from '../kit/money-text.js';
import type { Extra } from './catalog-types.js';
import { shortUnits } from './service-draft.js';

/** An extra as the form edits it: what is typed stays as it was typed. */
export interface ExtraDraft {
  name: string;
  price: string;
  minutes: DurationText;
  most: string;
  services: readonly number[];
}

export const extraDraftOf = (language: string, extra: Extra | null): ExtraDraft => ({
  name: extra?.name ?? '',
  price: extra ? moneyText(language, extra.priceMinor, extra.currency) : '',
  minutes: durationText(extra?.minutes ?? 0, shortUnits),
  most: String(extra?.most ?? 1),
  services: extra?.services ?? [],
});

/** The form in the API's terms, or the fields that can't be kept, in its order. */
export function extraOf(
  draft: ExtraDraft,
  currency: string,
): { body: AdminApi['POST /extras']['body'] } | { faults: string[] } {
  const name = draft.name.trim();
  const priceMinor = minorOf(draft.price, currency);
  const minutes = parseDuration(draft.minutes);
  const most = /^\d{1,3}$/.test(draft.most.trim()) ? Number(draft.most) : 0;
  if (name !== '' && priceMinor !== null && minutes !== null && minutes <= 480 && most >= 1 && most <= 100)
    return { body: { name, priceMinor, currency, minutes, most, services: [...draft.services] } };
  return {
    faults: [
      ...(name === '' ? ['name'] : []),
      ...(priceMinor === null ? ['price'] : []),
      ...(minutes === null || minutes > 480 ? ['minutes'] : []),
      ...(most < 1 || most > 100 ? ['most'] : []),
    ],
  };
}
