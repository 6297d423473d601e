import type { Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { Plan } from './booking-transaction.js';
import { bookWith, Stale } from './booking-transaction.js';
import { crewsFor, wantedOf } from './crews.js';
import type { BookingDeps } from './deps.js';
import type { Attempt } from './idempotency.js';
import { attemptOf, earlierAnswer, KeyTaken } from './idempotency.js';
import { withAlternatives } from './refusals.js';
import type { NewBooking, OwnBooking } from './schema.js';

/** What a booking answers, and its id for whoever goes on with it. */
export interface Booked {
  booking: OwnBooking;
  manageUrl: string;
}

/**
 * Books a visit (DESIGN, section 4). The same key and body answer the same booking, however often and wherever they arrive.
 * AppErrors: `slot_taken` with `details.alternatives`, `slot_not_offered` with `details.reason`, `price_changed` with
 * `details.totalMinor` and `details.currency`, `terms_changed` with `details.termsVersion`, `idempotency_key_reused`.
 */
export async function book(deps: BookingDeps, body: NewBooking, key: string, actor: Actor): Promise<Booked> {
  const attempt = attemptOf(key, body);
  try {
    return await bookFirst(deps, body, attempt, actor);
  } catch (error) {
    if (!(error instanceof AppError || error instanceof KeyTaken)) throw error;
    // The refusal may be of a time that this very request took before: then it is answered as it was then.
    const earlier = await earlierAnswer(deps.db, attempt, deps.clock.now());
    if (earlier !== null) return answerOf(deps, earlier);
    throw error;
  }
}

async function bookFirst(deps: BookingDeps, body: NewBooking, attempt: Attempt, actor: Actor): Promise<Booked> {
  const { termsVersion, country, requirePhone } = await deps.site();
  if (requirePhone && body.contact.phone === null)
    throw new AppError('invalid_request', 'contact.phone is missing.', { field: 'contact.phone' });
  if (body.acceptedTerms !== termsVersion)
    throw new AppError('terms_changed', 'The terms have changed. Please read them again.', {
      details: { termsVersion },
    });
  for (let tries = 0; tries < 5; tries += 1) {
    const plan = await planOf(deps, body, tries === 0);
    if (!plan) continue;
    const { wanted, crews } = plan;
    for (const [index, crew] of crews.entries()) {
      try {
        const work = (tx: Tx): Promise<string> =>
          bookWith({ ...plan, deps, wanted, crew, body, attempt, actor, country }, tx);
        const answer = await transact(deps.db, work, { repeatable: true });
        deps.nudge();
        return answerOf(deps, answer);
      } catch (error) {
        if (error instanceof Stale) break;
        const taken = error instanceof AppError && error.code === 'slot_taken';
        if (!taken || index === crews.length - 1)
          throw taken ? await withAlternatives(deps, body, wanted, error) : error;
      }
    }
  }
  throw new AppError('overloaded', 'The offer is changing right now. Please try again.', { retryAfter: 1 });
}

/**
 * What to try. For a provider that was chosen there is nothing to find out: the business as last seen will do, since the
 * transaction checks that it still is so. Null when it refuses what a newer business might accept.
 */
async function planOf(deps: BookingDeps, body: NewBooking, first: boolean): Promise<Plan | null> {
  if (first && body.provider !== null) {
    const seen = await deps.lastSeen();
    try {
      const wanted = wantedOf(seen.business, body);
      return { ...seen, wanted, crews: [body.services.map(() => body.provider as number)] };
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }
  const snapshot = await deps.snapshot();
  const wanted = wantedOf(snapshot.business, body);
  return { ...snapshot, wanted, crews: await crewsFor(deps, snapshot, wanted, body) };
}

function answerOf(deps: BookingDeps, stored: string): Booked {
  const booking = JSON.parse(stored) as OwnBooking;
  return { booking, manageUrl: deps.manageUrl(booking.reference) };
}
