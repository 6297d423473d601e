import type { Business } from '../availability/business.js';
import type { PlannedLeg } from '../availability/visit.js';
import type { Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import { bumpCalendars, catalogVersion } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { makeReference, sha256 } from '../lib/ids.js';
import { DAY, formatInstant } from '../lib/time-zone.js';
import { crewsFor, wantedOf } from './crews.js';
import type { BookingDeps } from './deps.js';
import type { Attempt } from './idempotency.js';
import { attemptOf, claimKey, earlierAnswer, keepAnswer } from './idempotency.js';
import { readOwnBooking } from './own-booking.js';
import type { Crew, WantedVisit } from './plan.js';
import { legsOf, questionOf, totalOf } from './plan.js';
import { appointmentOf, insertBooking, insertItems } from './queries.js';
import { currencyOf, priceChanged, refusal, withAlternatives } from './refusals.js';
import type { ItemStatus, NewBooking, OwnBooking } from './schema.js';

/** What a booking answers, and its id for whoever goes on with it. */
export interface Booked {
  booking: OwnBooking;
  manageUrl: string;
}

/** The catalog changed between the look and the lock: look again. */
class Stale extends Error {}

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
    if (!(error instanceof AppError)) throw error;
    // The refusal may be of a time that this very request took before: then it is answered as it was then.
    const earlier = await earlierAnswer(deps.db, attempt, deps.clock.now());
    if (earlier !== null) return answerOf(deps, earlier);
    throw error;
  }
}

async function bookFirst(deps: BookingDeps, body: NewBooking, attempt: Attempt, actor: Actor): Promise<Booked> {
  const { termsVersion, country } = await deps.site();
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

interface Plan {
  business: Business;
  catalogVersion: number;
  wanted: WantedVisit;
  crews: Crew[];
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

interface Work extends Omit<Plan, 'crews'> {
  deps: BookingDeps;
  crew: Crew;
  body: NewBooking;
  attempt: Attempt;
  actor: Actor;
  country: string;
}

/** The transaction. Answers the stored answer of the booking, made now or found under the same key. */
async function bookWith(work: Work, tx: Tx): Promise<string> {
  const { deps, wanted, body, attempt, actor } = work;
  const at = deps.clock.now();
  const earlier = await claimKey(tx, attempt, at);
  if (earlier !== null) return earlier;
  const legs = await lockAndCheck(work, tx, at);
  const totalMinor = totalOf(legs, wanted.persons);
  if (totalMinor !== body.quotedMinor) throw priceChanged(totalMinor, wanted);
  const { contact, language, timezone } = body;
  const customer = await deps.recognise(tx, { ...contact, language, timeZone: timezone }, work.country, at);
  const status: ItemStatus = wanted.services.some((service) => service.needsApproval) ? 'pending' : 'confirmed';
  const { id, reference } = await addBooking(work, tx, {
    customerId: customer.id,
    body,
    totalMinor,
    currency: currencyOf(wanted),
    source: 'widget',
    createdAt: at,
  });
  const items = [];
  for (const leg of legs) {
    items.push({
      appointmentId: await appointmentOf(tx, leg, status, at),
      persons: wanted.persons,
      priceMinor: leg.offer.priceMinor * wanted.persons,
      status,
    });
  }
  await insertItems(tx, id, items, at);
  await deps.announce(tx, at, { event: 'booking.created', payload: { bookingId: id } });
  await deps.record(tx, [
    ...(customer.added
      ? [{ at, actor, action: 'customer.created', subject: `customer:${customer.id}`, values: { source: 'booking' } }]
      : []),
    {
      at,
      actor,
      action: 'booking.created',
      subject: `booking:${id}`,
      values: {
        reference,
        customer: customer.id,
        services: [...body.services],
        start: formatInstant(wanted.start),
        status,
        totalMinor,
      },
    },
  ]);
  const answer = JSON.stringify(await readOwnBooking(tx, id, at));
  await keepAnswer(tx, attempt, answer);
  return answer;
}

/** Writes the calendars, then decides on what is: rules, hours and what is booked, in the very code that lists the slots. */
async function lockAndCheck(
  { deps, business, catalogVersion: expected, wanted, crew }: Work,
  tx: Tx,
  at: number,
): Promise<PlannedLeg[]> {
  const resources = business.providers
    .filter((provider) => crew.includes(provider.id))
    .map((provider) => provider.resourceId);
  await bumpCalendars(tx, resources);
  if ((await catalogVersion(tx)) !== expected) throw new Stale();
  const taken = await deps.readTaken(
    tx,
    resources,
    wanted.start - DAY,
    wanted.start + (wanted.services.length + 1) * DAY,
    true,
  );
  const question = questionOf(business, wanted, crew, (id) => taken.get(id) ?? { busy: [], absences: [] }, at);
  const planned = legsOf(question, crew, wanted);
  if ('reason' in planned) throw refusal(planned.reason);
  return planned.legs;
}

async function addBooking(
  { deps }: Work,
  tx: Tx,
  values: Parameters<typeof insertBooking>[3],
): Promise<{ id: number; reference: string }> {
  for (;;) {
    const reference = makeReference(deps.random);
    const id = await insertBooking(tx, reference, sha256(deps.manageToken(reference)), values);
    if (id !== null) return { id, reference };
  }
}

function answerOf(deps: BookingDeps, stored: string): Booked {
  const booking = JSON.parse(stored) as OwnBooking;
  return { booking, manageUrl: deps.manageUrl(booking.reference) };
}
