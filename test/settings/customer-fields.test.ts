import { expect } from 'chai';
import { transact } from '../../server/db/transact.js';
import { completeFields, customerFieldNames, initialFields } from '../../server/settings/customer-fields.js';
import { readSettings } from '../../server/settings/values.js';
import { signedIn } from '../customers/staff.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { aShop, bookOver } from '../support/shop.js';

describe('what forms ask about a customer', () => {
  it('is first name, last name and e-mail required, phone offered, and nothing else asked of visitors (A014, A016)', () => {
    const uses = (surface: 'admin' | 'widget', use: string) =>
      customerFieldNames.filter((name) => initialFields[name][surface] === use);
    expect(uses('admin', 'required')).to.have.members(['lastName', 'email']);
    expect(uses('widget', 'required')).to.have.members(['lastName', 'email']);
    expect(uses('widget', 'shown')).to.deep.equal(['phone']);
    expect(uses('admin', 'hidden')).to.deep.equal([]);
  });

  it('is completed where an older or newer version stored something else', () => {
    const stored = { phone: { admin: 'hidden', widget: 'sometimes' }, shoeSize: { admin: 'required' } };
    expect(completeFields(stored)).to.deep.equal({ ...initialFields, phone: { admin: 'hidden', widget: 'shown' } });
  });

  it('still requires the phone that an earlier version was told to require', () => {
    const stored = new Map([['requirePhone', 'true']]);
    expect(readSettings(stored).customerFields.phone.widget).to.equal('required');
    stored.set('customerFields', JSON.stringify({ phone: { admin: 'shown', widget: 'shown' } }));
    expect(readSettings(stored).customerFields.phone.widget).to.equal('shown');
  });
});

eachDatabase('the settings in the admin', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let cookie: string;
  let owner: number;
  const change = (body: object, as = cookie) => app.call('PATCH', '/api/v1/admin/settings', { body, cookie: as });
  const read = async (as = cookie) => (await app.call('GET', '/api/v1/admin/settings', { cookie: as })).body;
  const trail = async () =>
    (await database.db('audit').where({ action: 'settings.changed' }).orderBy('id')).map((row) => ({
      actor: row.actor,
      values: JSON.parse(row.values),
    }));

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    ({ cookie, id: owner } = await signedIn(database.db, clock.now(), { role: 'owner' }));
  });
  after(() => app.stop());
  beforeEach(async () => {
    await database.db('settings').delete();
    await database.db('audit').delete();
    clock.advance(4000);
  });

  it('hold the items per page, which one change sets and the trail keeps (A051)', async () => {
    expect((await read()).pageSize).to.equal(25);
    const changed = await change({ pageSize: 50, defaultNationality: 'US' });
    expect(changed.status, changed.text).to.equal(200);
    expect(changed.body).to.include({ pageSize: 50, defaultNationality: 'US', name: 'Bookpane' });
    expect(await read()).to.deep.equal(changed.body);
    expect(await trail()).to.deep.equal([
      {
        actor: `account:${owner}`,
        values: { pageSize: { from: 25, to: 50 }, defaultNationality: { from: null, to: 'US' } },
      },
    ]);
    for (const pageSize of [9, 201, 25.5, '25']) {
      const refused = await change({ pageSize });
      expect([refused.status, refused.body.error.field], String(pageSize)).to.deep.equal([422, 'pageSize']);
    }
  });

  it('change one field on one surface and leave the others (A016 to A027)', async () => {
    await change({ customerFields: { phone: { admin: 'required' } } });
    const { body } = await change({ customerFields: { phone: { widget: 'required' }, gender: { admin: 'hidden' } } });
    expect(body.customerFields).to.deep.equal({
      ...initialFields,
      phone: { admin: 'required', widget: 'required' },
      gender: { admin: 'hidden', widget: 'hidden' },
    });
    expect((await trail())[1]?.values).to.deep.equal({
      'customerFields.phone.widget': { from: 'shown', to: 'required' },
      'customerFields.gender.admin': { from: 'shown', to: 'hidden' },
    });
    expect(await change({ customerFields: { phone: { widget: 'required' } } })).to.include({ status: 200 });
    expect(await trail()).to.have.length(2);
  });

  it('refuse to ask visitors what the widget can’t ask, and names that are none', async () => {
    const refusals: [object, string][] = [
      [{ customerFields: { note: { widget: 'shown' } } }, 'customerFields.note.widget'],
      [{ customerFields: { timeZone: { widget: 'required' } } }, 'customerFields.timeZone.widget'],
      [{ customerFields: { newsletter: { widget: 'required' } } }, 'customerFields.newsletter.widget'],
      [{ customerFields: { lastName: { widget: 'hidden' } } }, 'customerFields.lastName.widget'],
      [{ customerFields: { newsletter: { admin: 'required' } } }, 'customerFields.newsletter.admin'],
      [{ customerFields: { shoeSize: { admin: 'shown' } } }, 'customerFields.shoeSize'],
      [{ demo: false }, 'demo'],
      [{ requirePhone: true }, 'requirePhone'],
      [{ secretFingerprint: 'x' }, 'secretFingerprint'],
    ];
    for (const [body, field] of refusals) {
      const refused = await change(body);
      expect([refused.status, refused.body.error.field]).to.deep.equal([422, field]);
    }
    expect((await change({ customerFields: { note: { widget: 'shown' } } })).body.error.message).to.include(
      'must be one of hidden',
    );
  });

  it('tell the widget what else it asks, and nothing where that is nothing (A017, A018, A025 to A027, A029, A030)', async () => {
    const site = async () => (await app.call('GET', '/api/v1/site')).body;
    expect(await site()).not.to.have.property('visitorFields');
    // As an installation of before has it: with fields that could only be hidden.
    await database.db('settings').insert({
      name: 'customerFields',
      value: JSON.stringify({
        gender: { admin: 'shown', widget: 'hidden' },
        city: { admin: 'hidden', widget: 'hidden' },
      }),
    });
    clock.advance(4000);
    expect(await site()).not.to.have.property('visitorFields');
    const widget = (use: string) => ({ widget: use });
    const changed = await change({
      customerFields: { birthDate: widget('required'), gender: widget('shown'), newsletter: widget('shown') },
    });
    expect(changed.status, changed.text).to.equal(200);
    expect(changed.body.customerFields.city.admin).to.equal('hidden');
    expect(changed.body.customerFieldChoices.birthDate.widget).to.deep.equal(['required', 'shown', 'hidden']);
    expect(changed.body.customerFieldChoices.newsletter.widget).to.deep.equal(['shown', 'hidden']);
    expect((await site()).visitorFields).to.deep.equal({ gender: false, birthDate: true, newsletter: false });
  });

  it('are read by every account and changed by those who may', async () => {
    const { cookie: provider } = await signedIn(database.db, clock.now(), { role: 'provider' });
    const { cookie: manager } = await signedIn(database.db, clock.now(), { role: 'manager' });
    expect(await read(provider)).to.deep.equal(await read());
    expect((await change({ pageSize: 50 }, manager)).status).to.equal(403);
  });

  it('lose nothing of two changes in the same moment', async () => {
    await change({ pageSize: 30, customerFields: { gender: { admin: 'hidden' } } });
    const fields = ['occupation', 'city', 'state', 'country', 'note'];
    await Promise.all(fields.map((name) => change({ customerFields: { [name]: { admin: 'hidden' } } })));
    const { customerFields } = await read();
    expect(fields.map((name) => customerFields[name].admin)).to.deep.equal(fields.map(() => 'hidden'));
  });

  it('put a row into the trail when an account writes one, and none when the system does', async () => {
    const { write } = app.context.settings;
    await transact(database.db, (tx) => write(tx, 'name', 'Aurora'));
    expect(await trail()).to.deep.equal([]);
    const actor = { kind: 'account', accountId: 7 } as Parameters<typeof write>[3];
    await transact(database.db, (tx) => write(tx, 'name', 'Boreal', actor));
    expect(await trail()).to.deep.equal([{ actor: 'account:7', values: { name: { from: 'Aurora', to: 'Boreal' } } }]);
  });

  it('let visitors book without an e-mail where the business asks for none (A015)', async () => {
    const shop = await aShop(database.db, clock);
    const contact = { firstName: 'Nino', lastName: 'Mail', email: null, phone: null };
    const refused = await bookOver(app.call, shop, { contact });
    expect([refused.status, refused.body.error.field]).to.deep.equal([422, 'contact.email']);
    await change({ customerFields: { email: { widget: 'shown' } } });
    const booked = await bookOver(app.call, shop, { contact });
    expect(booked.status, booked.text).to.equal(201);
    const row = await database.db('customers').where({ first_name: 'Nino' }).first();
    expect(row).to.include({ email: null, identity_key: null });
    // Nothing is sent to nobody.
    await app.context.notifications.relayOnce();
    expect(await database.db('messages').where({ audience: 'customer' })).to.deep.equal([]);
  });
});
