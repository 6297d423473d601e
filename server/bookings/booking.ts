import type { Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { invitationOf } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { VisitorDetails } from './asked-rules.js';
import { askedDetails, refuseIncomplete } from './asked-rules.js';
import type { Plan, Wish } from './booking-transaction.js';
import { bookWith, Stale } from './booking-transaction.js';
import { crewsFor, wantedOf } from './crews.js';
import type { BookingDeps } from './deps.js';
import { attemptOf, earlierAnswer, KeyTaken } from './idempotency.js';
import { withAlternatives } from './refusals.js';
import type { NewBooking, OwnBooking } from './schema.js';

/** What a booking answers, and its id for whoever goes on with it. */
export interface Booked {
  booking: OwnBooking;
  manageUrl: string;
}

/** Books a visit through the public door, for who types their name. AppErrors: see `makeBooking`. */
export async function book(deps: BookingDeps, body: NewBooking, key: string, actor: Actor): Promise<Booked> {
  const { contact, ...visit } = body;
  let details: VisitorDetails = {};
  const answer = await makeBooking(deps, {
    visit,
    source: 'widget',
    actor,
    invitedTo: invitationOf(actor),
    attempt: attemptOf(key, body),
    async check() {
      const asked = await deps.site();
      refuseIncomplete(asked, contact, deps.clock.now());
      details = askedDetails(asked, contact);
    },
    async customer(tx, country, at) {
      const { language, timezone } = visit;
      const found = await deps.recognise(tx, { ...contact, details, language, timeZone: timezone }, country, at);
      return { ...found, contact, newsletter: details.newsletter };
    },
  });
  const booking = JSON.parse(answer) as OwnBooking;
  return { booking, manageUrl: deps.manageUrl(booking.reference) };
}

/** A wish as it arrives. */
export interface CheckedWish extends Wish {
  /** What is asked before anything is tried. */
  check(): Promise<void>;
}

/**
 * Books a visit (DESIGN, section 4) and answers the answer as it is stored, an `OwnBooking`. The same key and body answer the same
 * booking, however often and wherever they arrive. AppErrors: `slot_taken` with `details.alternatives`, `slot_not_offered` with
 * `details.reason`, `price_changed` with `details.totalMinor` and `details.currency`, `terms_changed` with `details.termsVersion`,
 * `idempotency_key_reused`.
 */
export async function makeBooking(deps: BookingDeps, wish: CheckedWish): Promise<string> {
  try {
    await wish.check();
    return await bookFirst(deps, wish);
  } catch (error) {
    if (!(error instanceof AppError || error instanceof KeyTaken)) throw error;
    // The refusal may be of a time that this very request took before: then it is answered as it was then.
    const earlier = await earlierAnswer(deps.db, wish.attempt, deps.clock.now());
    if (earlier !== null) return earlier;
    throw error;
  }
}

async function bookFirst(deps: BookingDeps, wish: Wish): Promise<string> {
  const { visit } = wish;
  const { termsVersion, country } = await deps.site();
  if (visit.acceptedTerms !== termsVersion)
    throw new AppError('terms_changed', 'The terms have changed. Please read them again.', {
      details: { termsVersion },
    });
  for (let tries = 0; tries < 5; tries += 1) {
    const plan = await planOf(deps, wish, tries === 0);
    if (!plan) continue;
    const { wanted, crews } = plan;
    for (const [index, crew] of crews.entries()) {
      try {
        const work = (tx: Tx): Promise<string> => bookWith({ ...plan, ...wish, deps, crew, country }, tx);
        const answer = await transact(deps.db, work, { repeatable: true });
        deps.nudge();
        return answer;
      } catch (error) {
        if (error instanceof Stale) break;
        const taken = error instanceof AppError && error.code === 'slot_taken';
        if (!taken || index === crews.length - 1)
          throw taken ? await withAlternatives(deps, visit, wanted, error) : error;
      }
    }
  }
  throw new AppError('overloaded', 'The offer is changing right now. Please try again.', { retryAfter: 1 });
}

/**
 * What to try. For a provider that was chosen there is nothing to find out: the business as last seen will do, since the
 * transaction checks that it still is so. Null when it refuses what a newer business might accept.
 */
async function planOf(deps: BookingDeps, { visit, ...door }: Wish, first: boolean): Promise<Plan | null> {
  if (first && visit.provider !== null) {
    const seen = await deps.lastSeen();
    try {
      const wanted = wantedOf(seen.business, visit, door);
      return { ...seen, wanted, crews: [visit.services.map(() => visit.provider as number)] };
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }
  const snapshot = await deps.snapshot();
  const wanted = wantedOf(snapshot.business, visit, door);
  return { ...snapshot, wanted, crews: await crewsFor(deps, snapshot, wanted, visit) };
}
