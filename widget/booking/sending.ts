import { ApiError } from '../kit/api.js';
import type { Action, State } from './state.js';
import type { NewBooking, Site, Slot } from './types.js';
import type { Choice } from './visit.js';
import { totalOf } from './visit.js';

/** What is sent for a visit that has all it needs. */
export function requestOf(choice: Choice, state: State, site: Site, timezone: string, language: string): NewBooking {
  const { visit, contact } = state;
  return {
    services: [...visit.services],
    start: visit.slot!.start,
    location: visit.slot!.location,
    provider: visit.provider,
    persons: visit.persons,
    quotedMinor: state.quotedMinor ?? totalOf(choice.catalog, visit),
    contact: {
      ...contact,
      firstName: contact.firstName.trim(),
      lastName: contact.lastName.trim(),
      email: contact.email.trim() || null,
      phone: contact.phone.trim() || null,
      note: contact.note.trim(),
    },
    acceptedTerms: site.termsVersion,
    timezone,
    language: language.split('-')[0]!.toLowerCase(),
  };
}

/** Keeps one idempotency key for as long as the same thing is asked for, so that a try after a lost answer books nothing twice. */
export function createKeys(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
) {
  let last = '';
  let key = '';
  return {
    keyFor(request: object): string {
      const text = JSON.stringify(request);
      if (text !== last)
        key = Array.from(random(new Uint8Array(18)), (byte) => byte.toString(36).padStart(2, '0')).join('');
      last = text;
      return key;
    },
    /** The server knows this key for something else. */
    forget() {
      last = '';
    },
  };
}

/** What a failed try means to the visitor. */
export function failureOf(error: unknown, before: number): Action {
  const { code, field, details } = error instanceof ApiError ? error : new ApiError('internal', 0);
  switch (code) {
    case 'slot_taken': {
      const alternatives = (Array.isArray(details['alternatives']) ? details['alternatives'] : []) as Slot[];
      return { type: 'trouble', trouble: { kind: 'taken', alternatives: alternatives.slice(0, 6) } };
    }
    case 'slot_not_offered':
      return { type: 'trouble', trouble: { kind: 'not_offered' } };
    case 'price_changed':
      return { type: 'trouble', trouble: { kind: 'price', before }, quotedMinor: Number(details['totalMinor']) };
    case 'terms_changed':
      return { type: 'trouble', trouble: { kind: 'terms' } };
    case 'invalid_request': {
      const [, name] = field?.split('contact.') ?? [];
      if (name) return { type: 'refused', field: name };
    }
  }
  return { type: 'trouble', trouble: { kind: 'failed', code } };
}
