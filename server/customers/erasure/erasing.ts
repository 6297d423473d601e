import type { Tx } from '../../db/connect.js';
import { dialectOf } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { formatInstant } from '../../lib/time-zone.js';
import { eraseMerges } from '../duplicates/undoing.js';
import { eraseFromImports } from '../import/erase.js';
import { findCustomer } from '../record/find.js';
import type { CustomerRow } from '../record/row.js';
import { answerOfComing, comingBookings } from '../trash/coming.js';
import { holdCustomer } from '../trash/hold.js';
import type { ErasureDeps } from './deps.js';
import { bookingsOf, eraseBookings } from './erase-bookings.js';
import { eraseInvoices } from './erase-invoices.js';
import { eraseMail } from './erase-mail.js';
import { eraseRecord } from './erase-record.js';
import { eraseTrail } from './erase-trail.js';

/**
 * Removes the personal data of a customer in the trash for good (FEATURES A081): record, notes, picture, sensitive values, what was
 * typed when booking, mail, what the trail says; of customers merged into it too. Appointments stay under the number, and so do issued
 * invoices, as the documents that they are. One
 * transaction: all of it or nothing. AppErrors: `invalid_request` when the typed number is another; `conflict` with
 * `details.status` when it is not in the trash, and with `details.coming` while bookings of it still stand.
 */
export async function eraseCustomer(deps: ErasureDeps, actor: Actor, number: number, typed: number) {
  const { db, clock, record } = deps;
  const at = clock.now();
  await transact(db, async (tx) => {
    await holdCustomer(tx, number);
    const customer = await findCustomer(tx, actor, number);
    if (typed !== number)
      throw new AppError('invalid_request', 'This is not the number of this customer.', { field: 'number' });
    await assertErasable(tx, actor, customer, at);
    const ids = [number, ...(await mergedInto(tx, number))];
    const bookings = await bookingsOf(tx, ids);
    await eraseInvoices(tx, ids);
    await eraseMail(tx, number, ids, bookings);
    await eraseBookings(tx, number, bookings);
    await eraseTrail(
      tx,
      ids,
      bookings.map((booking) => booking.id),
    );
    for (const id of ids) {
      const row: CustomerRow = await tx('customers').where({ id }).first();
      await eraseRecord(tx, row, at);
      await eraseFromImports(tx, id);
    }
    await record(
      tx,
      ids.map((id) => ({ at, actor, action: 'customer.erased', subject: `customer:${id}`, values: {} })),
    );
  });
  // The write-ahead log of the embedded file still has the pages as they were.
  if (dialectOf(db) === 'sqlite') await db.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  deps.nudge();
  return { number, status: 'erased' as const, erasedAt: formatInstant(at) };
}

async function assertErasable(tx: Tx, actor: Actor, { id, status }: CustomerRow, at: number): Promise<void> {
  if (status !== 'trashed')
    throw new AppError('conflict', 'Only customers in the trash can be erased.', { details: { status } });
  const coming = await comingBookings(tx, id, at);
  if (coming.length > 0)
    throw new AppError('conflict', 'Bookings of this customer still stand. Cancel them first.', {
      details: { status, coming: answerOfComing(actor, coming), comingTotal: coming.length },
    });
}

/** Customers that became part of this one: their rows still hold the person. */
async function mergedInto(tx: Tx, number: number): Promise<number[]> {
  const found = await eraseMerges(tx, number);
  const further = [];
  for (const id of found) further.push(...(await mergedInto(tx, id)));
  return [...found, ...further];
}
