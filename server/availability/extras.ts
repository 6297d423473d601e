import type { Business, ChosenExtra, ServiceRule } from './business.js';

/** What somebody wishes beside the services; ids are the request's and not yet known to exist. */
export interface ExtraWish {
  id: number;
  quantity: number;
}

/**
 * The services of a visit with the extras that are wished: each goes with the first service that it can be booked with. null when one
 * can't be had: it isn't there or not with these services, too many of it, twice in the list, or in another currency.
 */
export function withExtras(
  business: Business,
  services: readonly ServiceRule[],
  wishes: readonly ExtraWish[],
): ServiceRule[] | null {
  const chosen = services.map((): ChosenExtra[] => []);
  for (const [index, { id, quantity }] of wishes.entries()) {
    const extra = business.extras?.get(id);
    if (!extra || quantity > extra.most || wishes.findIndex((wish) => wish.id === id) !== index) return null;
    const at = services.findIndex((service) => extra.services.has(service.id));
    if (at < 0 || services[at]?.currency !== extra.currency) return null;
    chosen[at]?.push({ extra, quantity });
  }
  return services.map((service, index) => {
    const extras = chosen[index] ?? [];
    return extras.length > 0 ? { ...service, extras } : service;
  });
}

/** Minutes, as for a service alone (catalog/schema.ts): it bounds how far back a busy interval can begin. */
export const longestDuration = 24 * 60;

/** A group keeps its time, whatever one of them wants beside. */
export const extraMinutes = ({ capacity, extras = [] }: ServiceRule): number =>
  capacity > 1 ? 0 : extras.reduce((sum, { extra, quantity }) => sum + extra.minutes * quantity, 0);

/** What the extras cost all in all, in minor units. */
export const extrasPrice = ({ extras = [] }: ServiceRule): number =>
  extras.reduce((sum, { extra, quantity }) => sum + extra.priceMinor * quantity, 0);
