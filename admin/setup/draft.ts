import type { AdminApi } from '../../server/api.js';
import { minorOf, moneyText } from '../kit/money-text.js';

export type Offer = AdminApi['POST /first-run/link']['answer'];
export type OfferedKind = Offer['kinds'][number];
type NewBusiness = Omit<AdminApi['POST /first-run']['body'], 'token'>;

export interface DraftService {
  /** Tells it from the others while names are typed. */
  key: number;
  name: string;
  /** As typed. */
  minutes: string;
  price: string;
  capacity: number;
  bufferAfterMinutes: number;
}

export interface DraftCategory {
  name: string;
  services: DraftService[];
}

/** From and until, `HH:MM` as typed; a day without any is closed. */
export type DayHours = readonly { start: string; end: string }[];

/** What was entered so far. The password is not in it: it is kept nowhere but in the page. */
export interface SetupDraft {
  name: string;
  language: 'en' | 'de';
  timeZone: string;
  country: string;
  currency: string;
  weekStart: number;
  address: string;
  ownerName: string;
  email: string;
  /** A ready catalogue, or `other`; '' until one is chosen. */
  kind: string;
  categories: DraftCategory[];
  /** Monday to Sunday. */
  hours: readonly DayHours[];
  self: boolean;
  providerName: string;
  providerEmail: string;
}

export const emptyDraft = ({ place }: Offer): SetupDraft => ({
  ...place,
  name: '',
  address: '',
  ownerName: '',
  email: '',
  kind: '',
  categories: [],
  hours: Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ start: '09:00', end: '17:00' }] : [])),
  self: true,
  providerName: '',
  providerEmail: '',
});

/** A key that no service has. */
export const nextKey = (categories: readonly DraftCategory[]): number =>
  1 + Math.max(0, ...categories.flatMap(({ services }) => services.map(({ key }) => key)));

/** What a ready catalogue makes of the draft: its services and its hours. */
export function withKind(draft: SetupDraft, { key, categories, hours }: OfferedKind, language: string): SetupDraft {
  return {
    ...draft,
    kind: key,
    categories: categories.map(({ name, services }, group) => ({
      name,
      services: services.map(({ durationMinutes, priceMinor, ...service }, at) => ({
        ...service,
        key: group * 100 + at,
        minutes: String(durationMinutes),
        price: moneyText(language, priceMinor, draft.currency),
      })),
    })),
    hours: Array.from({ length: 7 }, (_, day) =>
      hours.filter(({ weekday }) => weekday === day + 1).map(({ start, end }) => ({ start, end })),
    ),
  };
}

/** The draft as the server takes it. Only for one that every step was content with. */
export function businessOf(draft: SetupDraft, password: string): NewBusiness {
  const { name, language, timeZone, country, currency, weekStart, address, ownerName, email } = draft;
  const { self, providerName, providerEmail } = draft;
  return {
    business: { name, language, timeZone, country, currency, weekStart, address },
    owner: { name: ownerName, email, password },
    categories: draft.categories
      .filter(({ services }) => services.length > 0)
      .map((category) => ({
        name: category.name,
        services: category.services.map(({ minutes, price, key: _, ...service }) => ({
          ...service,
          durationMinutes: Number(minutes),
          priceMinor: minorOf(price || '0', currency) ?? 0,
        })),
      })),
    hours: draft.hours.flatMap((windows, day) => windows.map((window) => ({ weekday: day + 1, ...window }))),
    provider: { name: self ? ownerName : providerName, email: (self ? email : providerEmail.trim()) || null },
  };
}
