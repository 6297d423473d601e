import type { RefusalReason } from '../availability/schema.js';
import { AppError } from '../lib/errors.js';
import type { BookingDeps } from './deps.js';
import type { WantedVisit } from './plan.js';
import type { VisitWish } from './schema.js';

/** A refusal because somebody else has the time, against one that the rules make. */
export const lostRaces: ReadonlySet<RefusalReason> = new Set(['busy', 'buffer', 'full']);

export const currencyOf = (wanted: WantedVisit): string => wanted.services[0]?.currency ?? '';

export const priceChanged = (totalMinor: number, wanted: WantedVisit): AppError =>
  new AppError('price_changed', 'The price has changed.', { details: { totalMinor, currency: currencyOf(wanted) } });

export const refusal = (reason: RefusalReason): AppError =>
  lostRaces.has(reason)
    ? new AppError('slot_taken', 'This time is no longer free.', { details: { reason } })
    : new AppError('slot_not_offered', 'This time can’t be booked.', {
        field: 'start',
        // Staff may decide otherwise, but nobody performs what they don't offer.
        details: { reason, overrulable: reason !== 'not_offered' },
      });

/** The refusal of a time that somebody else has, with the nearest free ones. */
export async function withAlternatives(
  deps: BookingDeps,
  body: VisitWish,
  wanted: WantedVisit,
  cause: unknown,
): Promise<AppError> {
  const visit = {
    services: body.services,
    providerId: wanted.providerId,
    locationId: wanted.locationId,
    persons: wanted.persons,
  };
  const alternatives = await deps.alternatives(visit, wanted.start, 6);
  const reason = cause instanceof AppError ? cause.details?.['reason'] : undefined;
  return new AppError('slot_taken', 'This time is no longer free.', { cause, details: { reason, alternatives } });
}
