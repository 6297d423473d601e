import type { Booking } from './context.js';
import type { Contact } from './options.js';
import type { OwnBooking } from './types.js';
import { byId, currencyOf, linesOf, sumOf } from './visit.js';

/** What a summary says of a booking. */
export type Draft = Omit<OwnBooking, 'firstName' | 'email' | 'language'>;

/** What is about to be booked, in the shape of a booking, so that both are shown by the same card. `zone` is the visitor's. */
export function draftOf({ choice, state, words }: Booking, zone: string): Draft {
  const { catalog } = choice;
  const { visit } = state;
  const { start, location } = visit.slot!;
  const place = byId(catalog.locations, location) ?? { name: '', address: '', timeZone: zone };
  const provider = byId(catalog.providers, visit.provider)?.name ?? words.t('provider.any');
  const lines = linesOf(catalog, visit);
  let at = Date.parse(start);
  return {
    reference: '',
    items: lines.map(({ service, priceMinor, durationMinutes }) => {
      const begins = at;
      at += durationMinutes * 60_000;
      return {
        service: service.name,
        provider,
        location: place,
        start: new Date(begins).toISOString(),
        end: new Date(at).toISOString(),
        persons: visit.persons,
        priceMinor,
        status: service.needsApproval ? 'pending' : 'confirmed',
      };
    }),
    totalMinor: state.quotedMinor ?? sumOf(lines, 'priceMinor'),
    currency: currencyOf(catalog, visit),
    timezone: zone,
    cancellableUntil: new Date(Date.parse(start) - noticeOf(lines) * 60_000).toISOString(),
  };
}

const noticeOf = (lines: ReturnType<typeof linesOf>): number =>
  Math.max(...lines.map(({ service }) => service.cancelNoticeMinutes));

/** Who comes, as typed: name, ways to reach, note. */
export const contactLines = ({ firstName, lastName, email, phone, note }: Contact): string[] =>
  [`${firstName} ${lastName}`, email, phone, note].filter(Boolean);
