import type { Provider, Service } from '../admin-api.js';
import { minorOf, moneyText } from '../kit/money-text.js';

type Performed = Provider['services'][number];

/** What a provider performs, as the form holds it: empty texts stand for the service's own price and duration. */
export type ServicesDraft = ReadonlyMap<number, { price: string; minutes: string }>;

export const servicesDraftOf = (language: string, provider: Provider, services: readonly Service[]): ServicesDraft =>
  new Map(
    provider.services.map(({ serviceId, priceMinor, durationMinutes }) => {
      const currency = services.find(({ id }) => id === serviceId)?.currency ?? 'EUR';
      return [
        serviceId,
        {
          price: priceMinor === null ? '' : moneyText(language, priceMinor, currency),
          minutes: durationMinutes === null ? '' : String(durationMinutes),
        },
      ];
    }),
  );

export const isPrice = (text: string, currency: string): boolean =>
  text.trim() === '' || minorOf(text, currency) !== null;

/** Whole minutes from five to a day, as the server takes them; empty is the service's own. */
export const isDuration = (text: string): boolean =>
  text.trim() === '' || (/^\d{1,4}$/.test(text.trim()) && Number(text) >= 5 && Number(text) <= 1440);

/** What the server takes, by service; only of a draft without faults. */
export const performedOf = (draft: ServicesDraft, services: readonly Service[]): Performed[] =>
  [...draft]
    .map(([serviceId, { price, minutes }]) => ({
      serviceId,
      priceMinor: minorOf(price, services.find(({ id }) => id === serviceId)?.currency ?? 'EUR'),
      durationMinutes: minutes.trim() === '' ? null : Number(minutes),
    }))
    .sort((left, right) => left.serviceId - right.serviceId);

export const sameServices = (left: readonly Performed[], right: readonly Performed[]): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
