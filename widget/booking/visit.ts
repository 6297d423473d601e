import type { Options } from './options.js';
import type { Catalog, Service, Slot } from './types.js';

/** What a visitor wants to book. */
export interface Visit {
  /** In the order in which they follow one another. */
  services: readonly number[];
  persons: number;
  location: number | null;
  /** null: any provider, or not decided yet. */
  provider: number | null;
  providerDecided: boolean;
  slot: Slot | null;
}

export interface Choice {
  catalog: Catalog;
  options: Options;
}

export const mostServices = 6;

export const byId = <Thing extends { id: number }>(
  things: readonly Thing[],
  id: number | null | undefined,
): Thing | undefined => things.find((thing) => thing.id === id);

export const servicesOf = (catalog: Catalog, ids: readonly number[]): Service[] =>
  ids.map((id) => byId(catalog.services, id)).filter((service) => service !== undefined);

/** Where all services of the visit can be had: by the provider that the page locked, where it did. */
export function locationsFor({ catalog, options }: Choice, services: readonly number[]): Catalog['locations'] {
  const chosen = servicesOf(catalog, services);
  const locked = options.lock ? byId(catalog.providers, options.provider) : undefined;
  return catalog.locations.filter(
    ({ id }) => chosen.every((service) => service.locations.includes(id)) && (!locked || locked.locations.includes(id)),
  );
}

/** Who performs every service of the visit at its location. */
export function providersFor(catalog: Catalog, { services, location }: Visit): Catalog['providers'] {
  return here(catalog, location).filter(({ id }) =>
    servicesOf(catalog, services).every((service) => performs(service, id)),
  );
}

/** Who performs any of them: where these are more than one, "any provider" is a choice of its own. */
const anyFor = (catalog: Catalog, { services, location }: Visit): Catalog['providers'] =>
  here(catalog, location).filter(
    ({ id }) => services.length === 0 || servicesOf(catalog, services).some((service) => performs(service, id)),
  );

const here = (catalog: Catalog, location: number | null) =>
  catalog.providers.filter((provider) => location === null || provider.locations.includes(location));

const performs = (service: Service, provider: number): boolean => byId(service.providers, provider) !== undefined;

/** Most persons that every service of the visit takes. */
export const mostPersons = (catalog: Catalog, services: readonly number[]): number =>
  Math.max(1, Math.min(...servicesOf(catalog, services).map(({ capacity }) => capacity)));

export const locationIsChoice = (choice: Choice, visit: Visit): boolean =>
  !(choice.options.lock && choice.options.location !== null) && locationsFor(choice, visit.services).length > 1;

export const providerIsChoice = ({ catalog, options }: Choice, visit: Visit): boolean =>
  !(options.lock && options.provider !== null) &&
  providersFor(catalog, visit).length > 0 &&
  anyFor(catalog, visit).length > 1;

/** Brings a visit in line with itself after a choice: what no longer fits is asked again, what is no choice is decided. */
export function settled(choice: Choice, visit: Visit): Visit {
  const { catalog } = choice;
  const persons = Math.min(visit.persons, mostPersons(catalog, visit.services));
  const locations = locationsFor(choice, visit.services);
  const known = byId(locations, visit.location);
  const location =
    visit.services.length === 0 ? visit.location : (known ?? (locations.length === 1 ? locations[0] : null))?.id;
  const placed = { ...visit, persons, location: location ?? null };
  if (visit.services.length === 0) return placed;
  const providers = providersFor(catalog, placed);
  if (providers.some(({ id }) => id === placed.provider)) return { ...placed, providerDecided: true };
  if (providerIsChoice(choice, placed)) {
    // "Any provider" stays decided; a provider who can't is asked about again.
    return { ...placed, provider: null, providerDecided: placed.providerDecided && placed.provider === null };
  }
  const only = anyFor(catalog, placed).length === 1 ? providers[0] : undefined;
  return { ...placed, provider: only?.id ?? null, providerDecided: true };
}

/** What each service of the visit costs and takes, with whom it would be. */
export function linesOf(catalog: Catalog, { services, persons, provider, slot }: Visit) {
  return servicesOf(catalog, services).map((service, index) => {
    const who = provider ?? slot?.chain?.[index] ?? slot?.providers[0];
    const own = byId(service.providers, who) ?? service;
    return { service, priceMinor: own.priceMinor * persons, durationMinutes: own.durationMinutes };
  });
}

/** What the visit is paid in. */
export const currencyOf = (catalog: Catalog, { services }: Visit): string =>
  servicesOf(catalog, services)[0]?.currency ?? 'EUR';

type Line = ReturnType<typeof linesOf>[number];

export const sumOf = (lines: readonly Line[], figure: 'priceMinor' | 'durationMinutes'): number =>
  lines.reduce((sum, line) => sum + line[figure], 0);

export const totalOf = (catalog: Catalog, visit: Visit): number => sumOf(linesOf(catalog, visit), 'priceMinor');
