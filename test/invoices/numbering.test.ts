import { expect } from 'chai';
import fc from 'fast-check';
import { transact } from '../../server/db/transact.js';
import { daysAfter, numberText, prefixOn } from '../../server/invoices/number-rules.js';
import { nextNumber, takeNumber } from '../../server/invoices/numbering.js';
import { invoiceSettingValues } from '../../server/settings/invoice-values.js';
import { eachDatabase } from '../support/databases.js';
import type { Till } from './a-till.js';
import { aTill } from './a-till.js';

describe('numbers of invoices', () => {
  it('hold the year where the prefix asks for it, and four digits at least', () => {
    expect(numberText(prefixOn('INV-{year}-', '2026-11-24'), 7)).to.equal('INV-2026-0007');
    expect(numberText(prefixOn('R', '2026-11-24'), 12_345)).to.equal('R12345');
  });

  it('has no prefix that ends in a digit: what is number and what is not could not be told', () => {
    const { schema } = invoiceSettingValues.invoicePrefix;
    const good = ['INV-', 'INV-{year}-', '{year}/', 'R', 'A1-'];
    const bad = ['', 'INV1', '{year}', 'INV-{year}', '{jahr}-', '<b>', 'a b', 'x'.repeat(21)];
    for (const text of good) expect(schema.safeParse(text).success, text).to.equal(true);
    for (const text of bad) expect(schema.safeParse(text).success, text).to.equal(false);
    // Two prefixes never make one number.
    const prefix = fc.constantFrom(...good).map((pattern) => prefixOn(pattern, '2026-01-01'));
    fc.assert(
      fc.property(prefix, prefix, fc.nat(), fc.nat(), (one, other, left, right) => {
        if (one !== other) expect(numberText(one, left)).to.not.equal(numberText(other, right));
      }),
    );
  });

  it('counts days over months and leap years', () => {
    expect([daysAfter('2028-02-28', 1), daysAfter('2026-12-31', 14)]).to.deep.equal(['2028-02-29', '2027-01-14']);
  });
});

eachDatabase('the series of numbers (A123)', (database) => {
  const at = (day: string, first = 1, pattern = 'INV-{year}-') => ({ pattern, day, first });
  const take = (wish: ReturnType<typeof at>) => transact(database.db, (tx) => takeNumber(tx, wish));

  it('begins where the setting says, and anew with each year', async () => {
    expect(await nextNumber(database.db, at('2026-11-24', 500))).to.equal('INV-2026-0500');
    expect(await take(at('2026-11-24', 500))).to.equal('INV-2026-0500');
    expect(await take(at('2026-12-31', 900))).to.equal('INV-2026-0501');
    expect(await nextNumber(database.db, at('2027-01-01', 900))).to.equal('INV-2027-0001');
    expect(await take(at('2027-01-01', 900))).to.equal('INV-2027-0001');
    expect(await take(at('2027-01-01', 40, 'R-'))).to.equal('R-0040');
  });

  it('gives a number back with the transaction that is thrown back', async () => {
    const before = await nextNumber(database.db, at('2026-12-31'));
    const failed = transact(database.db, async (tx) => {
      await takeNumber(tx, at('2026-12-31'));
      throw new Error('something went wrong');
    });
    expect(await failed.catch((error: Error) => error.message)).to.equal('something went wrong');
    expect(await take(at('2026-12-31'))).to.equal(before);
  });
});

eachDatabase('many who issue at once (A123)', (database) => {
  let till: Till;
  before(async () => {
    till = await aTill(database);
  });
  after(() => till.app.stop());

  it('gets numbers without a gap and without a double, the first one too', async () => {
    const { customer } = await till.book('2026-12-01T10:00:00Z');
    const line = { description: 'Haircut', quantity: 1, unitMinor: 100, taxBasisPoints: 0 };
    const ids: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      const { id } = await till.done('POST', '/invoices', { customer });
      // Every third can't be issued: it has no lines.
      if (count % 3 > 0) await till.done('PATCH', `/invoices/${id}`, { version: 1, lines: [line] });
      ids.push(id);
    }
    const issue = (id: number) => till.admin('POST', `/invoices/${id}/issue`, { version: 2 });
    const answers = await Promise.all(ids.map(issue));
    const numbers = answers.filter(({ status }) => status === 200).map(({ body }) => body.number);
    expect(numbers.sort()).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8].map((each) => numberText('INV-2026-', each)));
  });

  it('issues a draft once, however many press the button', async () => {
    const { reference } = await till.book('2026-12-01T11:00:00Z');
    const { id } = await till.done('POST', `/bookings/${reference}/invoices`, {});
    const presses = Array.from({ length: 5 }, () => till.admin('POST', `/invoices/${id}/issue`, { version: 1 }));
    const statuses = (await Promise.all(presses)).map(({ status }) => status);
    expect(statuses.sort()).to.deep.equal([200, 409, 409, 409, 409]);
    expect(await nextNumber(database.db, { pattern: 'INV-{year}-', day: '2026-11-24', first: 1 })).to.equal(
      'INV-2026-0010',
    );
  });

  it('draws up one draft for a booking, and voids an invoice once', async () => {
    const { reference, bookingId } = await till.book('2026-12-01T12:00:00Z');
    const five = <T>(call: () => Promise<T>) => Promise.all(Array.from({ length: 5 }, call));
    const drawn = await five(() => till.admin('POST', `/bookings/${reference}/invoices`, {}));
    expect(drawn.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409, 409, 409]);
    const { id } = await database.db('invoices').where({ booking_key: bookingId }).first('id');
    await till.done('POST', `/invoices/${id}/issue`, { version: 1 });
    const voided = await five(() => till.admin('POST', `/invoices/${id}/credit-note`, { reason: '' }));
    expect(voided.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409, 409, 409]);
    expect(await database.db('invoices').where({ of_id: id })).to.have.length(1);
  });
});
