import { expect } from 'chai';
import { eachDatabase } from '../support/databases.js';
import { aMember } from '../support/team.js';
import type { Till } from './a-till.js';
import { aTill } from './a-till.js';

const cut = {
  description: 'Haircut',
  serviceDay: '2026-11-24',
  quantity: 1,
  unitMinor: 3500,
  discount: null,
  taxBasisPoints: 2300,
};

eachDatabase('invoices (A123)', (database) => {
  let till: Till;
  const admin: Till['admin'] = (...call) => till.admin(...call);
  const done: Till['done'] = (...call) => till.done(...call);
  const draftOf = async (start: string, wish = {}) => {
    const booked = await till.book(start, wish);
    const { id } = await done('POST', `/bookings/${booked.reference}/invoices`, {});
    return { ...booked, id: id as number };
  };

  before(async () => {
    till = await aTill(database);
    await till.set({
      invoiceTaxRates: [2300, 600],
      invoiceTaxName: 'IVA',
      invoiceSellerAddress: 'Rua Augusta 12\n1100-053 Lisboa',
      invoiceTaxId: 'PT501234567',
      invoicePaymentText: 'IBAN PT50 0002 0123 1234 5678 9015 4',
    });
  });
  after(() => till.app.stop());

  it('draws up a draft from a booking: its services, persons, day and price, the tax within', async () => {
    const { id, reference, customer } = await draftOf('2026-12-01T10:00:00Z');
    const draft = await done('GET', `/invoices/${id}`);
    expect(draft).to.deep.include({ kind: 'invoice', status: 'draft', number: null, currency: 'EUR' });
    expect(draft.booking).to.deep.equal({ reference, cancelled: false });
    expect(draft.customer).to.deep.include({ number: customer, name: 'Ben Miller' });
    expect(draft.lines).to.have.length(1);
    expect(draft.lines[0]).to.deep.include({ serviceDay: '2026-12-01', quantity: 1, unitMinor: 3500 });
    expect(draft.lines[0].description).to.match(/^Haircut – (?:Ada|Bea)$/);
    expect(draft.amounts).to.deep.include({ netMinor: 2846, taxMinor: 654, totalMinor: 3500 });
  });

  it('has one invoice for each booking, and says which', async () => {
    const { id, reference } = await draftOf('2026-12-01T11:00:00Z');
    const again = await admin('POST', `/bookings/${reference}/invoices`, {});
    expect(again.status).to.equal(409);
    expect(again.body.error.details).to.deep.equal({ reason: 'has_invoice', invoice: id });
    expect((await done('GET', `/bookings/${reference}/invoices`)).items.map((each: { id: number }) => each.id)).to.eql([
      id,
    ]);
  });

  it('finds nothing to invoice in a booking that was cancelled', async () => {
    const { reference } = await till.book('2026-12-01T12:00:00Z');
    await done('POST', `/bookings/${reference}/cancellation`, { reason: '' });
    const answer = await admin('POST', `/bookings/${reference}/invoices`, {});
    expect([answer.status, answer.body.error.details.reason]).to.deep.equal([409, 'nothing_to_invoice']);
  });

  it('edits a draft: lines, discounts, taxes on top, recipient; and tells what it would come to before', async () => {
    const { id } = await draftOf('2026-12-01T13:00:00Z');
    const wish = {
      taxIncluded: false,
      discount: { basisPoints: 1000 },
      lines: [cut, { ...cut, description: 'Shampoo', quantity: 2, unitMinor: 1000, taxBasisPoints: 600 }],
    };
    const told = await done('POST', `/invoices/${id}/amounts`, wish);
    // 3500 + 2000, less 10 %; 23 % on 3150 and 6 % on 1800.
    expect(told).to.deep.include({ subtotalMinor: 5500, discountMinor: 550, taxMinor: 725 + 108, totalMinor: 5783 });
    expect((await done('GET', `/invoices/${id}`)).amounts.totalMinor, 'asking changes nothing').to.equal(3500);
    const recipient = { name: 'Mar Alto, Lda', address: 'Cais 4\nLisboa', taxId: 'PT509999999' };
    const saved = await done('PATCH', `/invoices/${id}`, { version: 1, ...wish, recipient, note: 'Obrigado' });
    expect(saved).to.deep.include({ version: 2, recipient, recipientIsOwn: true, note: 'Obrigado' });
    expect(saved.amounts.totalMinor).to.equal(5783);
    expect((await admin('PATCH', `/invoices/${id}`, { version: 1, note: 'x' })).body.error.code).to.equal('stale');
  });

  it('refuses what no invoice can say, and names the field', async () => {
    const { id } = await draftOf('2026-12-01T14:00:00Z');
    const fault = async (change: object) => {
      const { status, body } = await admin('PATCH', `/invoices/${id}`, { version: 1, ...change });
      return [status, body.error.field];
    };
    expect(await fault({ lines: [{ ...cut, discount: { minor: 3501 } }] })).to.eql([422, 'lines.0.discount']);
    expect(await fault({ discount: { minor: 3501 } })).to.eql([422, 'discount']);
    expect(await fault({ lines: [{ ...cut, unitMinor: -1 }] })).to.eql([422, 'lines.0.unitMinor']);
    expect(await fault({ lines: [{ ...cut, quantity: 1.5 }] })).to.eql([422, 'lines.0.quantity']);
    expect(await fault({ lines: [{ ...cut, taxBasisPoints: 10_001 }] })).to.eql([422, 'lines.0.taxBasisPoints']);
    // S24, S52: what follows from the lines is nobody's to send.
    expect(await fault({ totalMinor: 1 })).to.eql([422, 'totalMinor']);
    expect(await fault({ status: 'paid' })).to.eql([422, 'status']);
    expect(await fault({ number: 'INV-2026-9999' })).to.eql([422, 'number']);
  });

  it('freezes at issue who wrote it to whom, whatever is changed afterwards', async () => {
    const { id, customer } = await draftOf('2026-12-02T10:00:00Z');
    const issued = await done('POST', `/invoices/${id}/issue`, { version: 1 });
    expect(issued).to.deep.include({ status: 'issued', issueDay: '2026-11-24', dueDay: '2026-12-08' });
    expect(issued.number).to.match(/^INV-2026-\d{4}$/);
    const { version } = await done('GET', `/customers/${customer}`);
    await done('PATCH', `/customers/${customer}`, { version, lastName: 'Renamed', city: 'Porto' });
    await till.set({ invoiceSellerAddress: 'Elsewhere 1', invoiceTaxName: 'VAT' });
    const { paper, ...now } = await done('GET', `/invoices/${id}`);
    expect(now.recipient.name).to.equal('Ben Miller');
    expect(paper.recipient.name).to.equal('Ben Miller');
    expect(paper.seller.lines).to.deep.equal(['Rua Augusta 12', '1100-053 Lisboa', 'IVA number: PT501234567']);
    expect(now.customer.name, 'the record itself').to.equal('Ben Renamed');
    await till.set({ invoiceSellerAddress: 'Rua Augusta 12\n1100-053 Lisboa', invoiceTaxName: 'IVA' });
    for (const [method, path, body] of [
      ['PATCH', '', { version: 2, note: 'changed' }],
      ['DELETE', '', undefined],
      ['POST', '/issue', { version: 2 }],
    ] as const)
      expect((await admin(method, `/invoices/${id}${path}`, body)).status, `${method} ${path}`).to.equal(409);
  });

  it('issues no empty invoice', async () => {
    const { customer } = await draftOf('2026-12-02T11:00:00Z');
    const { id } = await done('POST', '/invoices', { customer });
    const answer = await admin('POST', `/invoices/${id}/issue`, { version: 1 });
    expect([answer.status, answer.body.error.details.reason]).to.deep.equal([409, 'no_lines']);
  });

  it('is paid on a day by a method, and open again', async () => {
    const { id } = await till.issued('2026-12-02T12:00:00Z');
    const tomorrow = await admin('POST', `/invoices/${id}/payment`, { day: '2026-11-25', method: 'card' });
    expect([tomorrow.status, tomorrow.body.error.field]).to.deep.equal([422, 'day']);
    const paid = await done('POST', `/invoices/${id}/payment`, { day: '2026-11-23', method: 'card' });
    expect(paid).to.deep.include({ status: 'paid', paidDay: '2026-11-23', paidMethod: 'card' });
    expect(paid.paper.stamp).to.equal('Paid on 23 November 2026, by card');
    expect((await admin('POST', `/invoices/${id}/payment`, { day: '2026-11-23', method: 'cash' })).status).to.equal(
      409,
    );
    expect(await done('DELETE', `/invoices/${id}/payment`)).to.deep.include({ status: 'issued', paidDay: null });
  });

  it('is voided by a credit note with a number of its own; its booking can be invoiced anew', async () => {
    const invoice = await till.issued('2026-12-02T13:00:00Z');
    const credit = await done('POST', `/invoices/${invoice.id}/credit-note`, { reason: 'Wrong price' });
    expect(credit).to.deep.include({ kind: 'credit_note', status: 'issued' });
    expect(credit.number).to.match(/^CN-2026-\d{4}$/);
    expect(credit.of).to.deep.equal({ id: invoice.id, number: invoice.number });
    expect(credit.amounts).to.deep.equal(invoice.amounts);
    const sum = credit.paper.totals.find((each: { strong: boolean }) => each.strong);
    expect(sum.value).to.equal('-€35.00');
    const now = await done('GET', `/invoices/${invoice.id}`);
    expect(now).to.deep.include({ status: 'void', number: invoice.number, voidReason: 'Wrong price' });
    expect(now.creditNote.number).to.equal(credit.number);
    expect((await admin('POST', `/invoices/${invoice.id}/credit-note`, { reason: '' })).status, 'once').to.equal(409);
    expect(
      (await admin('POST', `/invoices/${credit.id}/payment`, { day: '2026-11-23', method: 'cash' })).status,
    ).to.equal(409);
    await done('POST', `/bookings/${invoice.booking.reference}/invoices`, {});
  });

  it('brings back a draft that was discarded, unless its booking has another by then', async () => {
    const { id, reference } = await draftOf('2026-12-02T14:00:00Z');
    await done('DELETE', `/invoices/${id}`);
    expect((await admin('GET', `/invoices/${id}`)).status).to.equal(404);
    await done('POST', `/invoices/${id}/restoration`, undefined);
    await done('DELETE', `/invoices/${id}`);
    await done('POST', `/bookings/${reference}/invoices`, {});
    expect((await admin('POST', `/invoices/${id}/restoration`)).status).to.equal(409);
  });

  it('is listed with filters, search and totals by currency', async () => {
    const { customer } = await till.book('2026-12-03T10:00:00Z', {
      contact: { firstName: 'Zoë', lastName: 'Ibáñez', email: 'zoe@example.com', phone: '+351 912 345 678' },
    });
    const make = async (unitMinor: number) => {
      const { id } = await done('POST', '/invoices', { customer });
      await done('PATCH', `/invoices/${id}`, { version: 1, lines: [{ ...cut, unitMinor }] });
      return done('POST', `/invoices/${id}/issue`, { version: 2 });
    };
    const [paid, open, voided] = [await make(1000), await make(2000), await make(4000)];
    await done('POST', `/invoices/${paid.id}/payment`, { day: '2026-11-24', method: 'cash' });
    await done('POST', `/invoices/${voided.id}/credit-note`, { reason: '' });
    await done('POST', '/invoices', { customer });
    const list = async (query: string) =>
      (await done('GET', `/invoices?customer=${customer}${query}`)).items.map(
        (each: { totalMinor: number }) => each.totalMinor,
      );
    expect(await list('')).to.deep.equal([0, -4000, 4000, 2000, 1000]);
    expect(await list('&status=open')).to.deep.equal([2000]);
    expect(await list('&status=draft')).to.deep.equal([0]);
    expect(await list('&status=credit_note')).to.deep.equal([-4000]);
    expect(await list('&status=overdue')).to.deep.equal([]);
    expect(await list('&from=2026-11-25')).to.deep.equal([]);
    expect(await list('&sort=total')).to.deep.equal(
      [0, 1000, 2000, 4000, -4000].sort((a, b) => Math.abs(a) - Math.abs(b)),
    );
    expect(await list(`&q=${open.number.toLowerCase()}`)).to.deep.equal([2000]);
    expect(await list(`&q=${Number(open.number.slice(-4))}`), 'by the bare number').to.deep.equal([2000]);
    expect(await list('&q=ibanez%20zoe'), 'by name, without accents').to.have.length(4 + 1);
    expect(await list('&q=%25')).to.deep.equal([]);
    expect(await list('&q=1%25')).to.deep.equal([]);
    // A void invoice and its credit note come to nothing together; the draft is in none of it.
    expect((await done('GET', `/invoices/totals?customer=${customer}`)).items).to.deep.equal([
      {
        ...{ currency: 'EUR', invoices: 3, netMinor: 2439, taxMinor: 561 },
        ...{ totalMinor: 3000, paidMinor: 1000, openMinor: 2000 },
      },
    ]);
    till.clock.advance(20 * 86_400_000);
    till.cookie = await till.app.signIn();
    const overdue = await till.admin('GET', `/invoices?customer=${customer}&status=overdue`, undefined, till.cookie);
    expect(overdue.body.items).to.have.length(1);
  });

  it('S91 is exported for the books, each cell safe in a spreadsheet, and the export stands in the trail', async () => {
    const { customer } = await till.book('2026-12-17T10:00:00Z', {
      contact: { firstName: '=cmd()', lastName: 'Formula', email: 'formula@example.com', phone: '+351 912 345 678' },
    });
    const { id } = await till.done('POST', '/invoices', { customer }, till.cookie);
    await till.done('PATCH', `/invoices/${id}`, { version: 1, lines: [cut] }, till.cookie);
    const { number } = await till.done('POST', `/invoices/${id}/issue`, { version: 2 }, till.cookie);
    await till.done('POST', `/invoices/${id}/credit-note`, { reason: '' }, till.cookie);
    const file = await till.admin('GET', `/invoices/export?customer=${customer}`, undefined, till.cookie);
    expect(file.headers.get('content-type')).to.match(/^text\/csv/);
    const [head, first, second] = file.text.replace('\ufeff', '').split('\r\n');
    expect(head).to.match(/^Number,Kind,Status,Issued/);
    expect(first).to.contain(`${number},invoice,void,2026-12-14`).and.contain(`"'=cmd() Formula"`);
    expect(first).to.match(/,EUR,28.46,6.54,35.00,23%: 28.46 \+ 6.54$/);
    expect(second).to.match(/,EUR,-28.46,-6.54,-35.00,/);
    expect(await database.db('audit').where({ action: 'invoices.exported' }).first()).to.not.equal(undefined);
  });

  it('S04 S07 shows a provider who sees their own alone no part of others, in lists, totals and files', async () => {
    const { shop, clock } = till;
    const permissions = ['invoices.view', 'invoices.edit', 'customers.view', 'appointments.view'] as const;
    const more = { role: 'own', permissions, providerId: shop.bea.id };
    const bea = await aMember(database.db, clock, { name: 'Bea', ...more });
    const booked = await till.book('2026-12-18T10:00:00Z', {
      provider: shop.ada.id,
      contact: { firstName: 'Only', lastName: 'Adas', email: 'only@example.com', phone: '+351 912 345 678' },
    });
    const { id } = await till.done('POST', `/bookings/${booked.reference}/invoices`, {}, till.cookie);
    const asBea = (path: string) => till.admin('GET', path, undefined, bea.cookie);
    // A customer of both: what Ada did for her is no business of Bea's.
    const contact = { firstName: 'Of', lastName: 'Both', email: 'both@example.com', phone: '+351 912 345 678' };
    const adas = await till.book('2026-12-18T11:00:00Z', { provider: shop.ada.id, contact });
    const beas = await till.book('2026-12-18T12:00:00Z', { provider: shop.bea.id, contact });
    const shared = await till.done('POST', `/bookings/${adas.reference}/invoices`, {}, till.cookie);
    const own = await till.done('POST', `/bookings/${beas.reference}/invoices`, {}, till.cookie);
    expect((await asBea(`/invoices/${shared.id}`)).status).to.equal(404);
    expect((await asBea(`/invoices/${own.id}`)).status).to.equal(200);
    expect((await asBea(`/invoices?customer=${adas.customer}`)).body.total).to.equal(1);
    const foreign = await asBea(`/invoices/${id}`);
    const missing = await asBea('/invoices/999999');
    expect([foreign.status, foreign.text]).to.deep.equal([missing.status, missing.text]);
    expect((await asBea(`/invoices/${id}/pdf`)).status).to.equal(404);
    const { items } = (await asBea('/invoices?pageSize=100')).body;
    expect(items.some((each: { id: number }) => each.id === id)).to.equal(false);
    expect((await asBea(`/invoices?customer=${booked.customer}`)).body.total).to.equal(0);
    expect((await asBea(`/invoices/totals?customer=${booked.customer}`)).body.items).to.deep.equal([]);
    expect((await asBea(`/invoices/export?customer=${booked.customer}`)).text.trim().split('\r\n')).to.have.length(1);
  });
});
