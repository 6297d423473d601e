import { minorOf, moneyText } from '../kit/money-text.js';
import type { DayHours, SetupDraft } from './draft.js';
import type { SetupWords } from './setup-words.js';

export const steps = ['place', 'owner', 'offer', 'hours', 'provider'] as const;
export type Step = (typeof steps)[number];

/** What is wrong, by the name of the field; empty where a step is done. */
export type Faults = Readonly<Record<string, string>>;

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim());

const said = (faults: Record<string, string | false>): Faults =>
  Object.fromEntries(Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== false));

/** What keeps a step from being left. The server has the last word, on passwords above all. */
export function faultsOf({ t, language }: SetupWords, step: Step, draft: SetupDraft, password: string): Faults {
  switch (step) {
    case 'place':
      return said({
        name: !draft.name.trim() && t('setup.nameMissing'),
        country: !draft.country && t('setup.choose'),
        timeZone: !draft.timeZone && t('setup.choose'),
        currency: !draft.currency && t('setup.choose'),
      });
    case 'owner':
      return said({
        ownerName: !draft.ownerName.trim() && t('setup.ownerNameMissing'),
        email: !isEmail(draft.email) && t('setup.emailMissing'),
        password: [...password.normalize('NFKC')].length < 15 && t('password.too_short'),
      });
    case 'offer': {
      const services = draft.categories.flatMap((category) => category.services);
      const example = moneyText(language, 4850, draft.currency);
      if (!draft.kind) return { kind: t('setup.kindMissing') };
      if (services.length === 0) return { services: t('setup.noServices') };
      if (services.some(({ name }) => !name.trim())) return { services: t('setup.serviceNameMissing') };
      if (!services.every(({ minutes }) => isMinutes(minutes))) return { services: t('setup.minutesWrong') };
      if (!services.every(({ price }) => isPrice(price, draft.currency)))
        return { services: t('setup.priceWrong', { example }) };
      return {};
    }
    case 'hours': {
      const wrong = draft.hours.findIndex((windows) => !isInOrder(windows));
      if (wrong >= 0) return { hours: t('setup.hoursWrong', { day: dayName(language, wrong) }) };
      return draft.hours.every((windows) => windows.length === 0) ? { hours: t('setup.hoursMissing') } : {};
    }
    case 'provider':
      return said({
        providerName: !draft.self && !draft.providerName.trim() && t('setup.providerNameMissing'),
        providerEmail:
          !draft.self && draft.providerEmail.trim() !== '' && !isEmail(draft.providerEmail) && t('setup.emailMissing'),
      });
  }
}

export const isMinutes = (text: string): boolean =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= 5 && Number(text) <= 1440;

/** Nothing is free of charge. */
export const isPrice = (text: string, currency: string): boolean =>
  text.trim() === '' || minorOf(text, currency) !== null;

/** Whether the times of a day follow one another. (Over midnight, and more, in the admin.) */
const isInOrder = (windows: DayHours): boolean =>
  windows.every(
    ({ start, end }, at) => start !== '' && end !== '' && start < end && start >= (windows[at - 1]?.end ?? ''),
  );

/** The name of a weekday, counted from Monday as 0. */
export const dayName = (language: string, day: number): string =>
  // 1 January 2024 was a Monday.
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day));
