import type { Knex } from 'knex';
import { armsOfStart, idsOfArm } from '../customers/list/arms.js';
import type { Fragment } from '../customers/list/fragment.js';
import { fragment, joined } from '../customers/list/fragment.js';
import { termCheck } from '../customers/list/term-check.js';
import type { Term } from '../customers/list/terms.js';
import { readTerms } from '../customers/list/terms.js';
import type { Db } from '../db/connect.js';

const reference = /^([0-9a-z]{4})-?([0-9a-z]{4})$/i;
/** Customers whose bookings are looked up one by one; of more, the appointments are gone through instead. */
const fewCustomers = 5000;
/** With several words: customers of one of them, of whom the others are asked. */
const fewCandidates = 20_000;
const everyStatus = ['active', 'trashed', 'merged', 'erased'];

/** A search's way to narrow a query. `wide`: nobody knows how many match without looking through everything. */
export interface Search {
  narrow(query: Knex.QueryBuilder): Knex.QueryBuilder;
  wide: boolean;
}

/**
 * Narrows a query over `appointments` to those in which somebody is whom a text means: the words of the customers' list (FEATURES
 * A057), or a booking's reference. A rare name is found through the customers, a common one among the appointments.
 */
export async function withinSearch(db: Db, text: string | undefined): Promise<Search> {
  const [, first, second] = reference.exec(text?.trim() ?? '') ?? [];
  const terms = readTerms(text ?? '');
  if (terms.length === 0) return { narrow: (query) => query, wide: false };
  const check = joined(terms.map(termCheck), ' AND ');
  const ids = await customersOf(db, terms, check);
  const named = first ? `${first}-${second}`.toUpperCase() : null;
  const places = () => db('booking_items').join('bookings', 'bookings.id', 'booking_items.booking_id');
  const byReference = places()
    .where('bookings.reference', named ?? '')
    .select('booking_items.appointment_id');
  if (ids) {
    const theirs = places().whereIn('bookings.customer_id', ids).select('booking_items.appointment_id');
    // One list of ids, not two conditions of which either may hold: databases go along it.
    const all = named ? theirs.union([byReference]) : theirs;
    return {
      narrow: (query) => query.whereIn('appointments.id', db.from(all.as('found')).select('appointment_id')),
      wide: false,
    };
  }
  const narrow = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
    query.where((either) => {
      // Counted, not `EXISTS`: MariaDB would gather everybody who is called so before it looks at the first appointment.
      either.whereRaw(
        `(SELECT COUNT(*) FROM booking_items JOIN bookings ON bookings.id = booking_items.booking_id
          JOIN customers ON customers.id = bookings.customer_id
          WHERE booking_items.appointment_id = appointments.id AND ${check.sql}) > 0`,
        [...check.bindings],
      );
      if (named) either.orWhereIn('appointments.id', byReference);
    });
  return { narrow, wide: true };
}

/** The customers who fulfil all terms, or null when there are too many to name. Of several words the first rare one is the way. */
async function customersOf(db: Db, terms: readonly Term[], check: Fragment): Promise<number[] | null> {
  const alone = terms.length === 1;
  const most = alone ? fewCustomers : fewCandidates;
  for (const term of [...terms].sort((left, right) => longest(right) - longest(left)).slice(0, 3)) {
    const ids = await candidatesOf(db, term, most);
    if (ids === null) continue;
    // What a search of one word finds by an index may still be another word of a hyphenated name.
    const kept: { id: number }[] = await db('customers')
      .whereIn('id', ids)
      .whereRaw(check.sql, [...check.bindings])
      .select('id');
    return kept.length > fewCustomers ? null : kept.map(({ id }) => id);
  }
  return null;
}

/** Everybody whom a term may mean, through its indexes; null when there are more than `most`. */
async function candidatesOf(db: Db, term: Term, most: number): Promise<number[] | null> {
  const through = term.ways.flatMap((way) => armsOfStart(way[0] as string, everyStatus)).map(idsOfArm);
  if (term.number !== null) through.push(fragment('SELECT id FROM customers WHERE id = ?', term.number));
  // Each way is cut by itself: all who are called so would be gathered before a limit of the whole says that it was enough.
  const union = joined(
    through.map((way, index) => cutShort(way, index, most)),
    ' UNION ',
  );
  const rows: { id: number }[] = await db
    .from(db.raw(`(${union.sql} LIMIT ${most + 1}) AS found`, [...union.bindings]))
    .select('id');
  return rows.length > most ? null : rows.map(({ id }) => id);
}

const cutShort = ({ sql, bindings }: Fragment, index: number, most: number): Fragment =>
  fragment(`SELECT id FROM (${sql} LIMIT ${most + 1}) AS way_${index}`, ...bindings);

const longest = ({ ways }: Term): number =>
  Math.max(0, ...ways.map((way) => Math.max(...way.map((word) => word.length))));
