import type { ServiceRule } from '../availability/business.js';
import type { BookedExtra } from './extra-schema.js';

/** What is booked with a service, as it is kept with the place (migration 0079): later changes of an extra leave it alone. */
export function frozenExtras(service: ServiceRule | undefined): string | null {
  const extras = service?.extras ?? [];
  if (extras.length === 0) return null;
  return JSON.stringify(
    extras.map(({ extra, quantity }) => ({
      id: extra.id,
      name: extra.name,
      quantity,
      priceMinor: extra.priceMinor,
      minutes: extra.minutes,
    })),
  );
}

/** What was kept, as people see it. */
export function bookedExtras(kept: string | null): BookedExtra[] {
  const extras = JSON.parse(kept ?? '[]') as { name: string; quantity: number; priceMinor: number }[];
  return extras.map(({ name, quantity, priceMinor }) => ({ name, quantity, priceMinor }));
}
