import { expect } from 'chai';
import { sealAudit } from '../../../server/audit/seal.js';
import { verifyAudit } from '../../../server/audit/verify.js';
import { personalColumns } from '../../../server/customers/erasure/erase-record.js';
import { HOUR } from '../../../server/lib/time-zone.js';
import { testSecret } from '../../support/app.js';
import { eachDatabase } from '../../support/databases.js';
import { bookOver } from '../../support/shop.js';
import { aMember } from '../../support/team.js';
import type { Scene } from '../trash/scene.js';
import { aScene } from '../trash/scene.js';
import { placesOf, tableNames } from './everything.js';

/** Words that belong to this person alone, one for each place where something is typed. */
const canary = {
  firstName: 'Quillanaya',
  lastName: 'Zwirnberger',
  email: 'canarymail@example.com',
  phone: '+351 912 777 345',
  digits: '912777345',
  bookingNote: 'canarybookingnote',
  staffNote: 'canarystaffnote',
  innerNote: 'canaryinnernote',
  city: 'Canaryville',
  occupation: 'canarytrainer',
  reason: 'canaryreason',
  sensitive: '536-90-4399',
  login: 'canarylogin@example.com',
};

eachDatabase('erasing a customer for good', (database) => {
  let scene: Scene;
  let cookie: string;
  let number: number;
  let reference: string;
  let manageUrl: string;
  const admin: Scene['admin'] = (method, path, body, as = cookie) => scene.admin(method, path, body, as);
  const erase = (typed = number, as = cookie) => admin('POST', `/customers/${number}/erasure`, { number: typed }, as);
  const relay = () => scene.app.context.notifications.relayOnce();

  before('somebody of whom everything is known', async () => {
    scene = await aScene(database);
    cookie = scene.cookie;
    const { firstName, lastName, email, phone, bookingNote: note } = canary;
    const contact = { firstName, lastName, email, phone, note };
    const booked = await bookOver(scene.app.call, scene.shop, { start: '2026-11-24T10:00:00Z', contact });
    expect(booked.status, booked.text).to.equal(201);
    ({ manageUrl } = booked.body);
    ({ reference } = booked.body.booking);
    number = (await scene.db('bookings').where({ reference }).first('customer_id')).customer_id;
    const second = await bookOver(scene.app.call, scene.shop, { start: '2026-12-02T10:00:00Z', contact });
    await relay();
    const done = async (method: string, path: string, body: unknown) => {
      const answer = await admin(method, path, body);
      expect(answer.status, `${method} ${path}: ${answer.text}`).to.be.within(200, 204);
      return answer;
    };
    const { version } = (await admin('GET', `/customers/${number}`)).body;
    await done('PATCH', `/customers/${number}`, {
      ...{ version, city: canary.city, occupation: canary.occupation, note: canary.innerNote },
      ...{
        nationality: 'US',
        sensitive: { ssn: canary.sensitive },
        birthDate: '1987-06-05',
        displayName: 'Quillanaya Z.',
      },
    });
    await done('POST', `/customers/${number}/notes`, { text: canary.staffNote });
    await done('POST', `/customers/${number}/login`, { email: canary.login, password: 'mellow otter paddles' });
    await done('POST', `/bookings/${second.body.booking.reference}/cancellation`, { reason: canary.reason });
    await relay();
    scene.clock.advance(6 * HOUR);
    cookie = await scene.app.signIn();
    await sealAudit(scene.db, testSecret, scene.clock.now());
  });
  after(() => scene.app.stop());

  it('finds the canaries as long as the customer is there', async () => {
    for (const name of [
      'firstName',
      'lastName',
      'email',
      'bookingNote',
      'staffNote',
      'city',
      'reason',
      'innerNote',
      'login',
    ] as const)
      expect((await placesOf(database, canary[name])).length, name).to.be.greaterThan(0);
  });

  it('is for customers in the trash alone, for those who may, with the number typed (A081, S13)', async () => {
    expect((await erase()).body.error).to.deep.include({ code: 'conflict', details: { status: 'active' } });
    await admin('POST', `/customers/${number}/trash`, { cancel: [] });
    for (const typed of [number + 1, 1_000_000]) {
      const wrong = await erase(typed);
      expect([wrong.status, wrong.body.error.field]).to.deep.equal([422, 'number']);
    }
    const { cookie: manager } = await aMember(database.db, scene.clock, { name: 'Manu', role: 'manager' });
    expect((await erase(number, manager)).status).to.equal(403);
    expect(await scene.row(number)).to.include({ status: 'trashed', first_name: canary.firstName });
  });

  it('waits until bookings that still stand are cancelled, and lists them', async () => {
    await scene.db('booking_items').update({ status: 'confirmed' });
    const refused = await erase();
    expect([refused.status, refused.body.error.code]).to.deep.equal([409, 'conflict']);
    expect(refused.body.error.details.coming).to.have.length(1);
    expect(refused.body.error.details.coming[0]).to.include({ start: '2026-12-02T10:00:00Z', status: 'confirmed' });
    const again = refused.body.error.details.coming[0].reference;
    expect((await admin('POST', `/bookings/${again}/cancellation`, { reason: canary.reason })).status).to.equal(200);
  });

  it('leaves not one of the person’s words in the database, and the appointment under the number (A076, A081, A083)', async () => {
    const before = await scene.db('booking_items').select('id', 'appointment_id', 'status', 'price_minor');
    const erased = await erase();
    expect(erased.body, erased.text).to.deep.include({ number, status: 'erased' });
    for (const [name, text] of Object.entries(canary)) expect(await placesOf(database, text), name).to.deep.equal([]);
    expect(await scene.db('booking_items').select('id', 'appointment_id', 'status', 'price_minor')).to.deep.equal(
      before,
    );
    const name = `Erased customer #${number}`;
    const list = await admin('GET', '/appointments?from=2026-11-24&to=2026-12-02&status=all');
    const [place] = list.body.items[0].bookings;
    expect(place).to.deep.include({ reference, customer: { id: number, name }, email: null, phone: null, note: '' });
    const messages = await admin('GET', '/messages');
    const theirs = messages.body.items.filter((one: { audience: string }) => one.audience === 'customer');
    for (const one of theirs) expect(one).to.include({ recipient: name, recipientName: name });
    expect((await erase()).status, 'twice').to.equal(409);
  });

  it('is on record without a personal value, and the chain over the trail still holds (A090, S116)', async () => {
    const rows = await scene
      .db('audit')
      .where({ subject: `customer:${number}` })
      .orderBy('id')
      .select('action', 'values');
    expect(rows.map((row) => row.action)).to.include.members([
      'customer.created',
      'customer.trashed',
      'customer.erased',
    ]);
    expect(new Set(rows.map((row) => row.values))).to.deep.equal(new Set(['{}']));
    scene.clock.advance(HOUR);
    cookie = await scene.app.signIn();
    await sealAudit(scene.db, testSecret, scene.clock.now());
    const { faults, sealed } = await verifyAudit(scene.db, testSecret, scene.clock.now());
    expect(faults).to.deep.equal([]);
    expect(sealed).to.be.greaterThan(8);
  });

  it('closes the manage link: it answers as one that never was', async () => {
    const [, token = ''] = manageUrl.split('#');
    for (const path of [`/bookings/${reference}`, `/bookings/${reference}/calendar`]) {
      const answer = await scene.app.call('GET', `/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
      expect([answer.status, answer.body.error.code], path).to.deep.equal([404, 'not_found']);
    }
  });

  it('writes mail to providers that waited anew, without the person, and none to the person', async () => {
    const who = { firstName: 'Xaverine', lastName: 'Yorkshirian', email: 'waiting@example.com' };
    const booked = await scene.book(who, '2026-12-03T10:00:00Z');
    await scene.app.context.notifications.relayOnce();
    await scene.db('messages').delete();
    await scene.db('outbox').update({ relayed_at: 1 });
    await admin('POST', `/customers/${booked.number}/trash`, { cancel: [booked.reference] });
    const { db } = scene;
    // As if the mail server had been away: written, not sent.
    await relayWithoutSending(scene);
    expect((await db('messages').where({ state: 'queued' })).map((row) => row.audience).sort()).to.deep.equal([
      'customer',
      'provider',
    ]);
    const answer = await admin('POST', `/customers/${booked.number}/erasure`, { number: booked.number });
    expect(answer.status, answer.text).to.equal(200);
    expect(await placesOf(database, who.firstName)).to.deep.equal([]);
    await scene.app.context.notifications.relayOnce();
    const left = await db('messages').select('audience', 'state', 'subject', 'text');
    expect(left.map((row) => [row.audience, row.state])).to.deep.equal([['provider', 'sent']]);
    expect(left[0].text).to.include(`Erased customer #${booked.number}`);
  });

  it('knows every column of a customer, and every table that belongs to one', async () => {
    const staying = [
      ...['id', 'display_name', 'status', 'source', 'version', 'created_at', 'updated_at', 'trashed_at', 'erased_at'],
      ...['merged_into', 'import_id', 'last_start_at', 'latest_start_at'],
    ];
    const columns = Object.keys(await scene.row(number));
    expect(columns.filter((name) => !(name in personalColumns) && !staying.includes(name))).to.deep.equal([]);
    const known = [
      ...[
        'bookings',
        'birthday_greetings',
        'bulk_action_rows',
        'customer_notes',
        'customer_pictures',
        'customer_sensitive',
        'customer_words',
      ],
      ...['messages', 'notices', 'import_rows', 'invoices'],
    ];
    const owned: string[] = [];
    for (const table of await tableNames(database))
      if (await scene.db.schema.hasColumn(table, 'customer_id')) owned.push(table);
    expect(owned.filter((table) => !known.includes(table))).to.deep.equal([]);
  });
});

/** Writes what waits in the outbox into mails, and delivers none. */
async function relayWithoutSending(scene: Scene): Promise<void> {
  const { relayOutbox } = await import('../../../server/notifications/relay.js');
  const { db, clock, random, settings, config } = scene.app.context;
  await relayOutbox({
    ...{
      db,
      clock,
      random,
      owner: 'test',
      site: settings.site,
      publicUrl: config.publicUrl,
      mailFrom: config.mailFrom,
    },
    accountLink: async () => null,
    failed: (what: string, error: unknown) => {
      throw new Error(what, { cause: error });
    },
  } as never);
}
