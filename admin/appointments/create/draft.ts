import type { Catalog, Slot } from '../../../widget/booking/types.js';
import type { Visit } from '../../../widget/booking/visit.js';
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

/** What was chosen so far. What is typed into the customer form is the form's own. */
export interface Draft {
  /** Whether somebody new is added, or somebody chosen who is there; null: not said yet. */
  who: 'new' | 'existing' | null;
  category: number | null;
  visit: Visit;
  /** The form was gone through without a fault. */
  formDone: boolean;
  chosen: Chosen | null;
  note: string;
  accepted: boolean;
  /** A price that the server named, in place of the catalog's. */
  quotedMinor: number | null;
  booked: Booked | null;
}

export const emptyDraft: Draft = {
  who: null,
  category: null,
  visit: { services: [], persons: 1, location: null, provider: null, providerDecided: false, slot: null },
  formDone: false,
  chosen: null,
  note: '',
  accepted: false,
  quotedMinor: null,
  booked: null,
};

/** A change of the visit: another price counts from here on, and a time only as long as it still fits. */
export const withVisit = (draft: Draft, change: Partial<Visit>): Draft => ({
  ...draft,
  quotedMinor: null,
  visit: { ...draft.visit, slot: null, ...change },
});

export const withSlot = (draft: Draft, slot: Slot): Draft => withVisit(draft, { slot });
