import type { Catalog, Slot } from '../../../widget/booking/types.js';
import type { Visit } from '../../../widget/booking/visit.js';
import { servicesOf } from '../../../widget/booking/visit.js';
import type { AdminApi, Site } from '../../admin-api.js';
import type { RecordSettings } from '../../customers/record/types.js';

/** What everything is chosen from. */
export interface Offer {
  site: Site;
  /** As visitors see it; its categories alone leave out those without a service. */
  catalog: Catalog;
  choices: AdminApi['GET /bookings/choices']['answer'];
  settings: RecordSettings;
}

export type Booked = AdminApi['POST /bookings']['answer'];

/** Somebody who is there already. */
export interface Chosen {
  number: number;
  name: string;
  email: string | null;
  phone: string | null;
}

/** What an address asks for before anything is chosen: free time that was marked on the calendar. */
export interface Wanted {
  service: number | null;
  location: number | null;
  provider: number | null;
  /** An instant in UTC, as the API writes it. */
  start: string | null;
}

/** Reads `?provider=3&location=1&service=2&start=2026-05-04T09:00:00Z`; what makes no sense counts as not said. */
export function wantedOf(query: Readonly<Record<string, string>>): Wanted {
  const idOf = (text = ''): number | null => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);
  const { start = '' } = query;
  return {
    service: idOf(query['service']),
    location: idOf(query['location']),
    provider: idOf(query['provider']),
    start: /^\d{4}(?:-\d\d){2}T\d\d:\d\d:00Z$/.test(start) && !Number.isNaN(Date.parse(start)) ? start : null,
  };
}

/** The place and the provider that are wanted, as far as they go with these services. */
export function wantedPlace({ location, provider }: Wanted, catalog: Catalog, services: readonly number[]) {
  const chosen = servicesOf(catalog, services);
  const isThere =
    chosen.length > 0 && chosen.every(({ locations }) => location !== null && locations.includes(location));
  const performs = isThere && chosen.every(({ providers }) => providers.some(({ id }) => id === provider));
  return {
    location: isThere ? location : null,
    provider: performs ? provider : null,
    providerDecided: performs,
  };
}

/** What was chosen so far. What is typed into the customer form is the form's own. */
export interface Draft {
  /** Whether somebody new is added, or somebody chosen who is there; null: not said yet. */
  wanted: Wanted;
  who: 'new' | 'existing' | null;
  category: number | null;
  visit: Visit;
  /** How many of each extra, by its id. */
  extras: Readonly<Record<number, number>>;
  /** The form was gone through without a fault. */
  formDone: boolean;
  chosen: Chosen | null;
  note: string;
  accepted: boolean;
  /** The time was taken although a rule speaks against it. */
  overrule: boolean;
  /** A price that the server named, in place of the catalog's. */
  quotedMinor: number | null;
  booked: Booked | null;
}

export const emptyDraft: Draft = {
  wanted: { service: null, location: null, provider: null, start: null },
  who: null,
  category: null,
  visit: { services: [], persons: 1, location: null, provider: null, providerDecided: false, slot: null },
  extras: {},
  formDone: false,
  chosen: null,
  note: '',
  accepted: false,
  overrule: false,
  quotedMinor: null,
  booked: null,
};

/** What a wish leaves to choose: a service that is wanted is chosen already. */
export function draftOf(wanted: Wanted, catalog: Catalog): Draft {
  const service = catalog.services.find(({ id }) => id === wanted.service);
  if (!service) return { ...emptyDraft, wanted };
  const visit = { ...emptyDraft.visit, services: [service.id], ...wantedPlace(wanted, catalog, [service.id]) };
  return { ...emptyDraft, wanted, category: service.categoryId, visit };
}

/** A change of the visit: another price counts from here on, and a time only as long as it still fits. */
export const withVisit = (draft: Draft, change: Partial<Visit>): Draft => ({
  ...draft,
  quotedMinor: null,
  overrule: false,
  visit: { ...draft.visit, slot: null, ...change },
});

export const withSlot = (draft: Draft, slot: Slot): Draft => withVisit(draft, { slot });
