import type { ServiceRule } from '../availability/business.js';
import type { Snapshot } from '../availability/calendar-cache.js';
import { readTaken } from '../availability/queries-taken.js';
import type { RefusalReason } from '../availability/schema.js';
import type { PlannedLeg } from '../availability/visit.js';
import type { Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import { bumpCalendars, catalogVersion } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { makeReference, sha256 } from '../lib/ids.js';
import { DAY, formatInstant } from '../lib/time-zone.js';
import type { BookingDeps } from './deps.js';
import type { Attempt } from './idempotency.js';
import { attemptOf, claimKey, earlierAnswer, keepAnswer } from './idempotency.js';
import { readOwnBooking } from './own-booking.js';
import type { Crew, WantedVisit } from './plan.js';
import { crewsOf, legsOf, questionOf, totalOf } from './plan.js';
import { appointmentOf, insertBooking, insertItems } from './queries.js';
import type { ItemStatus, NewBooking, OwnBooking } from './schema.js';

/** What a booking answers, and its id for whoever goes on with it. */
export interface Booked {
  booking: OwnBooking;
  manageUrl: string;
}

/** A refusal because somebody else has the time, against one that the rules make. */
const lostRaces: ReadonlySet<RefusalReason> = new Set(['busy', 'buffer', 'full']);

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
    const snapshot = await deps.snapshot();
    const wanted = wantedOf(snapshot, body);
    const crews = await crewsFor(deps, snapshot, wanted, body);
    for (const [index, crew] of crews.entries()) {
      try {
        const work = (tx: Tx): Promise<string> =>
          bookWith({ deps, snapshot, wanted, crew, body, attempt, actor, country }, tx);
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

/** The visit in terms of the business; what visitors can't see they can't book (ATTACKS S08). */
function wantedOf({ business }: Snapshot, body: NewBooking): WantedVisit {
  const services = body.services.map((id) => business.services.get(id));
  const known = services.every((service) => service?.bookable) && business.locations.has(body.location);
  if (!known || (body.provider !== null && !business.providers.some((provider) => provider.id === body.provider)))
    throw refusal('not_offered');
  const rules = services as ServiceRule[];
  if (new Set(rules.map((service) => service.currency)).size > 1) throw refusal('not_offered');
  return {
    services: rules,
    locationId: body.location,
    providerId: body.provider,
    start: Date.parse(body.start),
    persons: body.persons,
  };
}

/** The crews to try, those whose price the visitor saw first. */
async function crewsFor(deps: BookingDeps, snapshot: Snapshot, wanted: WantedVisit, body: NewBooking): Promise<Crew[]> {
  const asked = snapshot.business.providers.filter(
    (provider) => wanted.providerId === null || provider.id === wanted.providerId,
  );
  const taken = await snapshot.taken(
    asked.map((provider) => provider.resourceId),
    wanted.start - DAY,
    wanted.start + (wanted.services.length + 1) * DAY,
  );
  const nothing = { busy: [], absences: [] };
  const question = questionOf(
    snapshot,
    wanted,
    asked.map((provider) => provider.id),
    (id) => taken.get(id) ?? nothing,
    deps.clock.now(),
  );
  const found = crewsOf(question, wanted);
  if ('reason' in found)
    throw lostRaces.has(found.reason)
      ? await withAlternatives(deps, body, wanted, refusal(found.reason))
      : refusal(found.reason);
  const priced = found.crews.map((crew) => {
    const planned = legsOf(question, crew, wanted);
    return { crew, total: 'legs' in planned ? totalOf(planned.legs, wanted.persons) : -1 };
  });
  const asQuoted = priced.filter(({ total }) => total === body.quotedMinor);
  if (asQuoted.length === 0) throw priceChanged(priced[0]?.total ?? 0, wanted);
  return asQuoted.map(({ crew }) => crew);
}

interface Work {
  deps: BookingDeps;
  snapshot: Snapshot;
  wanted: WantedVisit;
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
async function lockAndCheck({ snapshot, wanted, crew }: Work, tx: Tx, at: number): Promise<PlannedLeg[]> {
  const resources = snapshot.business.providers
    .filter((provider) => crew.includes(provider.id))
    .map((provider) => provider.resourceId);
  await bumpCalendars(tx, resources);
  if ((await catalogVersion(tx)) !== snapshot.catalogVersion) throw new Stale();
  const taken = await readTaken(
    tx,
    resources,
    wanted.start - DAY,
    wanted.start + (wanted.services.length + 1) * DAY,
    true,
  );
  const question = questionOf(snapshot, wanted, crew, (id) => taken.get(id) ?? { busy: [], absences: [] }, at);
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

const currencyOf = (wanted: WantedVisit): string => wanted.services[0]?.currency ?? '';

const priceChanged = (totalMinor: number, wanted: WantedVisit): AppError =>
  new AppError('price_changed', 'The price has changed.', { details: { totalMinor, currency: currencyOf(wanted) } });

const refusal = (reason: RefusalReason): AppError =>
  lostRaces.has(reason)
    ? new AppError('slot_taken', 'This time is no longer free.', { details: { reason } })
    : new AppError('slot_not_offered', 'This time can’t be booked.', { field: 'start', details: { reason } });

async function withAlternatives(
  deps: BookingDeps,
  body: NewBooking,
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
