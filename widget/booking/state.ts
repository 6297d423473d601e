import type { Answers } from './contact.js';
import type { Booked, Slot } from './types.js';
import type { Choice, Visit } from './visit.js';
import { byId, locationIsChoice, mostServices, providerIsChoice, settled } from './visit.js';

export type Step = 'service' | 'location' | 'provider' | 'time' | 'details' | 'review' | 'done';

/** Why the last try to book failed, and what can be done about it. */
export type Trouble =
  | { kind: 'taken'; alternatives: readonly Slot[] }
  | { kind: 'not_offered' }
  | { kind: 'price'; before: number }
  | { kind: 'terms' }
  | { kind: 'failed'; code: string };

export interface State {
  step: Step;
  /** The list of services is open to add one to the visit, not to begin again. */
  adding: boolean;
  visit: Visit;
  /** The day whose times are shown; null until one is chosen or found. */
  day: string | null;
  /** Whose clock times are read on. */
  clock: 'own' | 'place';
  contact: Answers;
  /** The details were sent on as they are: a change of anything else leads straight back to the review. */
  contactDone: boolean;
  /** What the server found fault with, by the field's name. */
  refusedField: string | null;
  accepted: boolean;
  /** A price that the server named, in place of the catalog's. */
  quotedMinor: number | null;
  sending: boolean;
  trouble: Trouble | null;
  booked: Booked | null;
}

export type Action =
  | { type: 'service'; id: number }
  | { type: 'add' }
  | { type: 'drop'; id: number }
  | { type: 'persons'; count: number }
  | { type: 'location'; id: number }
  | { type: 'provider'; id: number | null }
  | { type: 'day'; day: string | null }
  | { type: 'clock'; clock: State['clock'] }
  | { type: 'slot'; slot: Slot }
  | { type: 'write'; field: keyof Answers; value: string | boolean | undefined }
  | { type: 'details' }
  | { type: 'accept'; accepted: boolean }
  | { type: 'go'; step: Step }
  | { type: 'back' }
  | { type: 'send' }
  | { type: 'trouble'; trouble: Trouble; quotedMinor?: number }
  | { type: 'refused'; field: string }
  | { type: 'booked'; booked: Booked }
  | { type: 'again' };

/** The steps that this visit goes through, in order: what leaves no choice is no step. */
export function stepsOf(choice: Choice, visit: Visit): Step[] {
  const { catalog, options } = choice;
  const locked = options.lock && options.services.length > 0 && visit.services.length > 0;
  const steps: Step[] = locked || (catalog.services.length === 1 && visit.services.length > 0) ? [] : ['service'];
  if (locationIsChoice(choice, visit)) steps.push('location');
  if (providerIsChoice(choice, visit)) steps.push('provider');
  return [...steps, 'time', 'details', 'review'];
}

/** Where a visitor begins, with what the page preselected and what leaves no choice already decided. */
export function begin(choice: Choice): State {
  const { catalog, options } = choice;
  const offered = options.services.filter((id) => byId(catalog.services, id));
  const only = catalog.services.length === 1 ? [catalog.services[0]!.id] : [];
  const visit = settled(choice, {
    services: offered.length > 0 ? offered : only,
    persons: 1,
    location: options.location,
    provider: options.provider,
    providerDecided: options.provider !== null,
    slot: null,
  });
  const state: State = {
    step: 'service',
    adding: false,
    visit,
    day: options.date,
    clock: 'own',
    contact: options.prefill,
    contactDone: false,
    refusedField: null,
    accepted: false,
    quotedMinor: null,
    sending: false,
    trouble: null,
    booked: null,
  };
  return { ...state, step: nextStep(choice, state) };
}

/** The first step that still needs an answer. */
function nextStep(choice: Choice, { visit, contactDone }: State): Step {
  const answered = {
    service: visit.services.length > 0,
    location: visit.location !== null,
    provider: visit.providerDecided,
    time: visit.slot !== null,
    details: contactDone,
    review: false,
    done: false,
  };
  return stepsOf(choice, visit).find((step) => !answered[step]) ?? 'review';
}

export function reduce(choice: Choice, state: State, action: Action): State {
  switch (action.type) {
    case 'service': {
      const { services } = state.visit;
      const more = [...services.filter((id) => id !== action.id), action.id].slice(0, mostServices);
      const chosen = state.adding ? more : [action.id];
      const same = !state.adding && services.length === 1 && services[0] === action.id;
      return onwards(choice, { ...state, adding: false }, same ? {} : { services: chosen, slot: null });
    }
    case 'add':
      return { ...state, step: 'service', adding: true };
    case 'drop': {
      const left = state.visit.services.filter((id) => id !== action.id);
      return left.length > 0 ? onwards(choice, { ...state, adding: false }, { services: left, slot: null }) : state;
    }
    case 'persons':
      return { ...state, visit: settled(choice, { ...state.visit, persons: action.count, slot: null }) };
    case 'location':
      return onwards(choice, state, {
        location: action.id,
        ...(action.id === state.visit.location ? {} : { slot: null }),
      });
    case 'provider': {
      const same = state.visit.providerDecided && action.id === state.visit.provider;
      return onwards(choice, state, { provider: action.id, providerDecided: true, ...(same ? {} : { slot: null }) });
    }
    case 'day':
      return { ...state, day: action.day };
    case 'clock':
      return { ...state, clock: action.clock, day: null };
    case 'slot':
      return onwards(choice, state, { slot: action.slot });
    case 'write':
      return {
        ...state,
        contact: { ...state.contact, [action.field]: action.value },
        contactDone: false,
        refusedField: null,
      };
    case 'details':
      return { ...state, contactDone: true, step: 'review' };
    case 'accept':
      return { ...state, accepted: action.accepted };
    case 'go':
      return { ...state, step: action.step, adding: false, trouble: null };
    case 'back': {
      const steps = stepsOf(choice, state.visit);
      const before = state.adding ? nextStep(choice, state) : steps[steps.indexOf(state.step) - 1];
      return { ...state, step: before ?? state.step, adding: false, trouble: null };
    }
    case 'send':
      return { ...state, sending: true, trouble: null };
    case 'trouble': {
      const { trouble } = action;
      return {
        ...state,
        sending: false,
        trouble,
        quotedMinor: action.quotedMinor ?? state.quotedMinor,
        accepted: state.accepted && trouble.kind !== 'terms',
      };
    }
    case 'refused':
      return { ...state, sending: false, step: 'details', refusedField: action.field };
    case 'booked':
      return { ...state, sending: false, trouble: null, step: 'done', booked: action.booked };
    case 'again': {
      const fresh = begin(choice);
      return { ...fresh, contact: { ...state.contact, note: '', newsletter: undefined }, clock: state.clock };
    }
  }
}

/** Takes a choice into the visit and goes to the next question. Nothing typed is lost by it. */
function onwards(choice: Choice, state: State, change: Partial<Visit>): State {
  const visit = settled(choice, { ...state.visit, ...change });
  const next = { ...state, visit, quotedMinor: null, trouble: null };
  return { ...next, step: nextStep(choice, next) };
}
