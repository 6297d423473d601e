import { expect } from 'chai';
import { eachDatabase } from '../support/databases.js';
import type { Till } from './a-till.js';
import { aTill } from './a-till.js';

const person = (firstName: string, lastName: string, email: string) => ({
  contact: { firstName, lastName, email, phone: '+351 912 345 678' },
});

eachDatabase('invoices of customers who are erased or merged (A083, A123)', (database) => {
  let till: Till;
  const done: Till['done'] = (...call) => till.done(...call);
  before(async () => {
    till = await aTill(database);
  });
  after(() => till.app.stop());

  it('stay as the documents that they are, under the number of who was erased; drafts go', async () => {
    const start = '2026-12-01T10:00:00Z';
    const { reference, customer } = await till.book(start, person('Quilla', 'Zwirn', 'quilla@example.com'));
    const { id } = await done('POST', `/bookings/${reference}/invoices`, {});
    const { number, paper } = await done('POST', `/invoices/${id}/issue`, { version: 1 });
    const recipient = { name: 'Secret Draft', address: '', taxId: '' };
    const draft = await done('POST', '/invoices', { customer });
    await done('PATCH', `/invoices/${draft.id}`, { version: 1, recipient });
    await done('POST', `/invoices/${id}/mail`, {});
    await done('POST', `/customers/${customer}/trash`, { cancel: [reference] });
    await done('POST', `/customers/${customer}/erasure`, { number: customer });
    const kept = await done('GET', `/invoices/${id}`);
    expect(kept.customer).to.deep.equal({ number: customer, name: `Erased customer #${customer}`, email: null });
    expect([kept.number, kept.paper.recipient]).to.deep.equal([number, paper.recipient]);
    expect((await till.admin('GET', `/invoices/${draft.id}`)).status).to.equal(404);
    expect((await done('GET', '/invoices?q=quilla')).total, 'not found by the name').to.equal(0);
    expect((await done('GET', `/invoices?customer=${customer}`)).items[0].customer.name).to.equal(
      `Erased customer #${customer}`,
    );
    const elsewhere = await database.db('audit').where('subject', 'like', 'invoice:%').select('values');
    expect(JSON.stringify(elsewhere)).to.not.match(/Quilla|Secret/);
  });

  it('go with a merge, and come back when it is taken back', async () => {
    const one = await till.book('2026-12-01T11:00:00Z', person('Ana', 'Silva', 'ana@example.com'));
    const other = await till.book('2026-12-01T12:00:00Z', person('Anna', 'Silva', 'anna@example.com'));
    const { id } = await done('POST', `/bookings/${other.reference}/invoices`, {});
    const versions = async (number: number) => (await done('GET', `/customers/${number}`)).version;
    const owner = async () => (await done('GET', `/invoices/${id}`)).customer.number;
    const { mergeId } = await done('POST', `/customers/${one.customer}/merge`, {
      ...{ other: other.customer, take: [] },
      ...{ version: await versions(one.customer), otherVersion: await versions(other.customer) },
    });
    expect(await owner()).to.equal(one.customer);
    await done('POST', `/customers/merges/${mergeId}/undo`, {});
    expect(await owner()).to.equal(other.customer);
  });

  it('are in the file of what is held about a person', async () => {
    const { reference, customer } = await till.book('2026-12-01T13:00:00Z', person('Eva', 'Sousa', 'eva@example.com'));
    const { id } = await done('POST', `/bookings/${reference}/invoices`, {});
    const { number } = await done('POST', `/invoices/${id}/issue`, { version: 1 });
    const file = await till.admin('GET', `/customers/${customer}/export?as=json`);
    const [invoice] = JSON.parse(file.text).invoices;
    expect(invoice).to.deep.include({ number, status: 'issued', totalMinor: 3500, currency: 'EUR' });
    expect(invoice.recipient.name).to.equal('Eva Sousa');
    expect((await till.admin('GET', `/customers/${customer}/export?as=html`)).text).to.contain(number);
  });
});
