import type { z } from 'zod';
import type { publicCatalog as schema } from './schema.js';

export type PublicCatalog = z.output<typeof schema>;
type PublicService = PublicCatalog['services'][number];

/** Active, visible rows, each list in the business's order. */
export interface CatalogRows {
  categories: PublicCatalog['categories'];
  services: Omit<PublicService, 'providers' | 'locations'>[];
  providers: Omit<PublicCatalog['providers'][number], 'locations'>[];
  locations: PublicCatalog['locations'];
  worksAt: { providerId: number; locationId: number }[];
  extras: NonNullable<PublicCatalog['extras']>;
  performs: { providerId: number; serviceId: number; priceMinor: number | null; durationMinutes: number | null }[];
}

/**
 * What visitors may know and choose from. Only what can be had is in it: a service somebody performs somewhere, the providers and
 * locations of those services, the categories that hold one (ATTACKS S08, S12).
 */
export function publicCatalog(rows: CatalogRows): PublicCatalog {
  const active = new Set(rows.locations.map(({ id }) => id));
  const locationsOf = new Map<number, Set<number>>();
  for (const { providerId, locationId } of rows.worksAt) {
    if (!active.has(locationId)) continue;
    const known = locationsOf.get(providerId) ?? new Set();
    locationsOf.set(providerId, known.add(locationId));
  }
  const placed = rows.providers.filter(({ id }) => locationsOf.has(id));
  const terms = new Map(rows.performs.map((line) => [`${line.providerId}:${line.serviceId}`, line]));

  const services = rows.services
    .map((service): PublicService => {
      const performers = placed.flatMap(({ id }) => terms.get(`${id}:${service.id}`) ?? []);
      return {
        ...service,
        providers: performers.map(({ providerId, priceMinor, durationMinutes }) => ({
          id: providerId,
          priceMinor: priceMinor ?? service.priceMinor,
          durationMinutes: durationMinutes ?? service.durationMinutes,
        })),
        locations: inOrder(
          rows.locations,
          performers.flatMap(({ providerId }) => [...(locationsOf.get(providerId) ?? [])]),
        ),
      };
    })
    .filter(({ providers }) => providers.length > 0);

  const shownProviders = new Set(services.flatMap(({ providers }) => providers.map(({ id }) => id)));
  const shownLocations = new Set(services.flatMap(({ locations }) => locations));
  const shownCategories = new Set(services.map(({ categoryId }) => categoryId));
  const shownServices = new Set(services.map(({ id }) => id));
  const extras = rows.extras
    .map((extra) => ({ ...extra, services: extra.services.filter((id) => shownServices.has(id)) }))
    .filter((extra) => extra.services.length > 0);
  return {
    ...(extras.length > 0 ? { extras } : {}),
    categories: rows.categories.filter(({ id }) => shownCategories.has(id)),
    services,
    providers: placed
      .filter(({ id }) => shownProviders.has(id))
      .map((provider) => ({
        ...provider,
        locations: inOrder(rows.locations, [...(locationsOf.get(provider.id) ?? [])]),
      })),
    locations: rows.locations.filter(({ id }) => shownLocations.has(id)),
  };
}

function inOrder(locations: readonly { id: number }[], wanted: readonly number[]): number[] {
  const set = new Set(wanted);
  return locations.map(({ id }) => id).filter((id) => set.has(id));
}
