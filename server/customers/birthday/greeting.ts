import type { Db } from '../../db/connect.js';
import { isDuplicate, transact } from '../../db/transact.js';
import { breather } from '../../lib/courtesy.js';
import type { DayNumber } from '../../lib/time-zone.js';
import { canonicalTimeZone, formatDay, formatInstant } from '../../lib/time-zone.js';
import type { Announce } from '../../outbox/announce.js';
import { birthDatesOf, daysToGreet, isToGreet } from './birthday-rules.js';

export interface GreetingDeps {
  db: Db;
  announce: Announce;
  /** The relay looks at once. */
  nudge(): void;
  settings(): Promise<{ birthdayGreeting: boolean; birthdayHour: number }>;
  /** The zone of the business, for customers without one of their own. */
  defaultZone(): Promise<string>;
}

/** Greetings that wait to be sent at once: what is booked meanwhile waits behind these at most. */
const mostWaiting = 60;

/** Dates of birth in one look into their index: among a million customers some five hundred people. */
const datesAtOnce = 25;

interface Candidate {
  id: number;
  birth_date: string;
  email_folded: string;
  time_zone: string | null;
}

/**
 * Announces a greeting to everybody in use with an address whose birthday it is on their own clock, and whose hour has come (A019,
 * A118); answers how many. Each has a row by customer and year in the transaction of the announcement, so of two servers one greets.
 * Called each minute; what is too much for one turn comes in the next ones.
 */
export async function greetBirthdays(deps: GreetingDeps, now: number): Promise<number> {
  const { birthdayGreeting, birthdayHour: hour } = await deps.settings();
  if (!birthdayGreeting) return 0;
  const ownZone = await deps.defaultZone();
  const zoneOf = (zone: string | null): string => (zone === null ? null : canonicalTimeZone(zone)) ?? ownZone;
  const room = mostWaiting - (await countWaiting(deps.db));
  const pause = breather();
  let greeted = 0;
  for (const day of daysToGreet(hour, now)) {
    const dates = birthDatesOf(day);
    for (let from = 0; from < dates.length && greeted < room; from += datesAtOnce) {
      for (const candidate of await candidatesOf(deps.db, dates.slice(from, from + datesAtOnce), day)) {
        const zone = zoneOf(candidate.time_zone);
        if (greeted >= room) break;
        if (!isToGreet(candidate.birth_date, zone, hour, day, now)) continue;
        if (await greet(deps, candidate, day, zone, now)) greeted += 1;
        await pause();
      }
    }
  }
  if (greeted > 0) deps.nudge();
  return greeted;
}

const yearOf = (day: DayNumber): number => Number(formatDay(day).slice(0, 4));

/**
 * Those born on these dates who are not greeted yet. Nothing but the date is asked of the database: without figures of its own, the
 * embedded one would rather go through everybody in use.
 */
async function candidatesOf(db: Db, birthDates: readonly string[], day: DayNumber): Promise<Candidate[]> {
  const rows: (Candidate & { status: string; greetings: number })[] = await db('customers')
    .whereIn('birth_date', [...birthDates])
    .whereNotExists((greeted) =>
      greeted
        .from('birthday_greetings')
        .where('year', yearOf(day))
        .whereRaw('birthday_greetings.customer_id = customers.id')
        .select(db.raw('1')),
    )
    .select('id', 'birth_date', 'email_folded', 'time_zone', 'status', 'greetings');
  return rows.filter((row) => row.status === 'active' && row.greetings === 1 && row.email_folded !== null);
}

async function greet(
  { db, announce }: GreetingDeps,
  { id, birth_date, email_folded }: Candidate,
  day: DayNumber,
  timeZone: string,
  now: number,
): Promise<boolean> {
  const asSeen = { id, birth_date, email_folded, status: 'active', greetings: 1 };
  try {
    return await transact(db, async (tx) => {
      // Held, and looked at again: nobody is trashed, merged or erased while there is mail to them in the making.
      if (!(await tx('customers').where(asSeen).forUpdate().first('id'))) return false;
      await tx('birthday_greetings').insert({ year: yearOf(day), customer_id: id, greeted_at: now });
      const payload = { customerId: id, day: formatDay(day), timeZone };
      await announce(tx, now, { event: 'customer.birthday', payload });
      return true;
    });
  } catch (error) {
    // Another server was faster.
    if (isDuplicate(error)) return false;
    throw error;
  }
}

async function countWaiting(db: Db): Promise<number> {
  const untold = await db('outbox').where({ relayed_at: 0, event: 'customer.birthday' }).count({ count: '*' }).first();
  const unsent = await db('messages').where({ state: 'queued', template: 'birthday' }).count({ count: '*' }).first();
  return Number(untold?.['count'] ?? 0) + Number(unsent?.['count'] ?? 0);
}

const batch = 1000;

/** Removes what is known of greetings before last year's; answers how many that were. */
export async function forgetOldGreetings(db: Db, now: number): Promise<number> {
  const lastYear = Number(formatInstant(now).slice(0, 4)) - 1;
  for (let forgotten = 0; ; ) {
    const rows: { year: number; customer_id: number }[] = await db('birthday_greetings')
      .where('year', '<', lastYear)
      .orderBy(['year', 'customer_id'])
      .limit(batch)
      .select('year', 'customer_id');
    const last = rows.at(-1);
    if (!last) return forgotten;
    const { year } = last;
    const ids = rows.filter((row) => row.year === year).map((row) => row.customer_id);
    forgotten += await transact(db, (tx) =>
      tx('birthday_greetings').where({ year }).whereIn('customer_id', ids).delete(),
    );
  }
}
