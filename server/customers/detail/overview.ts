import type { z } from 'zod';
import type { Db } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { formatInstant } from '../../lib/time-zone.js';
import { countNotes, readNotes } from '../notes/note-rows.js';
import type { CustomerRow } from '../record/row.js';
import { placesOf } from './appointments.js';
import type { detailEndpoints } from './schema.js';

type Overview = z.input<(typeof detailEndpoints)['GET /customers/:number/overview']['answer']>;

const shownNotes = 5;
const longestExcerpt = 160;

/** What stands beside a customer. Counts and sums are of the appointments that the actor may see. */
export async function overviewOf(db: Db, actor: Actor, customer: CustomerRow, now: number): Promise<Overview> {
  const rows: { status: string; over: number; currency: string; places: number | string; minor: number | string }[] =
    await placesOf(db, actor, customer.id)
      .groupByRaw('booking_items.status, CASE WHEN appointments.ends_at <= ? THEN 1 ELSE 0 END, bookings.currency', [
        now,
      ])
      .select('booking_items.status', 'bookings.currency')
      .select(db.raw('CASE WHEN appointments.ends_at <= ? THEN 1 ELSE 0 END AS ??', [now, 'over']))
      .count({ places: '*' })
      .sum({ minor: 'booking_items.price_minor' });
  const count = (...matching: [status: string, over?: number][]): number =>
    rows
      .filter((row) => matching.some(([status, over]) => row.status === status && (over ?? row.over) === row.over))
      .reduce((sum, row) => sum + Number(row.places), 0);
  const spent = new Map<string, number>();
  for (const row of rows)
    if (row.status === 'completed' || (row.status === 'confirmed' && row.over === 1))
      spent.set(row.currency, (spent.get(row.currency) ?? 0) + Number(row.minor));
  const all = rows.reduce((sum, row) => sum + Number(row.places), 0);
  const notes = await readNotes(db, customer.id, shownNotes);
  return {
    createdAt: formatInstant(customer.created_at),
    appointments: count(['pending'], ['confirmed'], ['completed']),
    openRequests: count(['pending']),
    coming: count(['confirmed', 0]),
    history: all - count(['pending'], ['confirmed', 0]),
    noShows: count(['no_show']),
    notes: await countNotes(db, customer.id),
    spent: [...spent].filter(([, minor]) => minor > 0).map(([currency, minor]) => ({ minor, currency })),
    firstNotes: notes.map(({ id, text, pinned }) => ({
      id,
      pinned,
      text: [...text].slice(0, longestExcerpt).join(''),
    })),
  };
}
