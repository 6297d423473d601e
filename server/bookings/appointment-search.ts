import type { Knex } from 'knex';
import { armsOfStart, idsOfArm } from '../customers/list/arms.js';
import type { Fragment } from '../customers/list/fragment.js';
import { fragment, joined } from '../customers/list/fragment.js';
import type { Term } from '../customers/list/terms.js';
import { readTerms } from '../customers/list/terms.js';
import type { Db } from '../db/connect.js';

const reference = /^([0-9a-z]{4})-?([0-9a-z]{4})$/i;
/** Customers whose bookings are looked up one by one; of more, the appointments are gone through instead. */
const fewCustomers = 2000;
const everyStatus = ['active', 'trashed', 'merged', 'erased'];

/**
 * Narrows a query over `appointments` to those in which somebody is whom a text means: the words of the customers' list (FEATURES
 * A057), or a booking's reference. A rare name is found through the customers, a common one among the appointments.
 */
export async function withinSearch(
  db: Db,
  text: string | undefined,
): Promise<(query: Knex.QueryBuilder) => Knex.QueryBuilder> {
  const [, first, second] = reference.exec(text?.trim() ?? '') ?? [];
  const terms = readTerms(text ?? '');
  if (terms.length === 0) return (query) => query;
  const check = joined(terms.map(checkOf), ' AND ');
  const ids = await customersOf(db, terms, check);
  const named = first ? `${first}-${second}`.toUpperCase() : null;
  const places = () => db('booking_items').join('bookings', 'bookings.id', 'booking_items.booking_id');
  const byReference = places()
    .where('bookings.reference', named ?? '')
    .select('booking_items.appointment_id');
  if (ids) {
    const theirs = places().whereIn('bookings.customer_id', ids).select('booking_items.appointment_id');
    return (query) =>
      query.where((either) => {
        either.whereIn('appointments.id', theirs);
        if (named) either.orWhereIn('appointments.id', byReference);
      });
  }
  return (query) =>
    query.where((either) => {
      either.whereExists(
        places()
          .join('customers', 'customers.id', 'bookings.customer_id')
          .whereRaw('booking_items.appointment_id = appointments.id')
          .whereRaw(check.sql, [...check.bindings])
          .select(db.raw('1')),
      );
      if (named) either.orWhereIn('appointments.id', byReference);
    });
}

/** The customers who fulfil all terms, or null when there are too many to name. */
async function customersOf(db: Db, terms: readonly Term[], check: Fragment): Promise<number[] | null> {
  const [narrowest] = [...terms].sort((left, right) => longest(right) - longest(left));
  if (!narrowest) return null;
  const arms = narrowest.ways.flatMap((way) => armsOfStart(way[0] as string, everyStatus));
  const through = arms.map(idsOfArm);
  if (narrowest.number !== null) through.push(fragment('SELECT id FROM customers WHERE id = ?', narrowest.number));
  const union = joined(through, ' UNION ');
  const rows: { id: number }[] = await db
    .from(db.raw(`(${union.sql} LIMIT ${fewCustomers + 1}) AS found`, [...union.bindings]))
    .select('id');
  if (rows.length > fewCustomers) return null;
  const kept: { id: number }[] = await db('customers')
    .whereIn(
      'id',
      rows.map(({ id }) => id),
    )
    .whereRaw(check.sql, [...check.bindings])
    .select('id');
  return kept.map(({ id }) => id);
}

const longest = ({ ways }: Term): number =>
  Math.max(0, ...ways.map((way) => Math.max(...way.map((word) => word.length))));

/** Every token of a customer stands in `search_text` after a space. */
function checkOf({ ways, number }: Term): Fragment {
  const any = ways.map((way) =>
    joined(
      way.map((start) => fragment('INSTR(customers.search_text, ?) > 0', ` ${start}`)),
      ' AND ',
    ),
  );
  if (number !== null) any.push(fragment('customers.id = ?', number));
  const either = joined(any, ') OR (');
  return { sql: `((${either.sql}))`, bindings: either.bindings };
}
