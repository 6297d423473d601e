import { servicesOf } from '../../../widget/booking/visit.js';
import type { Draft, Offer } from './draft.js';

type Catalog = Offer['catalog'];
type Extra = NonNullable<Catalog['extras']>[number];

/** What can be booked with these services. */
export const extrasFor = (catalog: Catalog, services: readonly number[]): Extra[] => {
  const currency = servicesOf(catalog, services)[0]?.currency;
  return (catalog.extras ?? []).filter(
    (extra) => extra.currency === currency && extra.services.some((id) => services.includes(id)),
  );
};

export interface ChosenExtra {
  extra: Extra;
  quantity: number;
}

/** What was chosen of that; what no longer goes with the services counts for nothing. */
export const chosenExtras = (catalog: Catalog, { visit, extras }: Draft): ChosenExtra[] =>
  extrasFor(catalog, visit.services).flatMap((extra) => {
    const quantity = Math.min(extras[extra.id] ?? 0, extra.most);
    return quantity > 0 ? [{ extra, quantity }] : [];
  });

export const extrasTotal = (chosen: readonly ChosenExtra[]): number =>
  chosen.reduce((sum, { extra, quantity }) => sum + extra.priceMinor * quantity, 0);

/** As a query has them: `4:2,7:1`; undefined for none. */
export const extrasQuery = (chosen: readonly ChosenExtra[]): string | undefined =>
  chosen.map(({ extra, quantity }) => `${extra.id}:${quantity}`).join() || undefined;
