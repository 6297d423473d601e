import { expect } from 'chai';
import { makeCampaignMails } from '../../../server/customers/mail/campaign-mails.js';
import { quotas } from '../../../server/customers/mail/quota.js';
import { DAY, HOUR, MINUTE } from '../../../server/lib/time-zone.js';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import type { TestClock } from '../../support/clock.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import type { MailPeer } from '../../support/mail-peer.js';
import { startMailPeer } from '../../support/mail-peer.js';
import { aCustomer } from '../a-customer.js';
import type { Staff } from '../staff.js';
import { signedIn } from '../staff.js';

const prefix = '/api/v1/admin';
const subscribed = { newsletter: 1 };
const good = { subject: 'News for {{ first_name }}', text: 'Dear {{ name }}, we have moved.', kind: 'newsletter' };

eachDatabase('a newsletter', (database) => {
  let clock: TestClock;
  let app: TestApp;
  let peer: MailPeer;
  let manager: Staff;
  let keys = 0;

  before(async () => {
    clock = clockAt('2026-11-24T08:00:00Z');
    peer = await startMailPeer();
    const environment = { SMTP_URL: peer.url, BOOKPANE_PUBLIC_URL: 'http://book.example.com' };
    app = await startApp({ db: database.db, folder: database.folder, clock, environment });
  });
  after(async () => {
    await app.stop();
    await peer.close();
  });
  beforeEach(async () => {
    for (const table of ['messages', 'campaigns', 'outbox', 'customer_words', 'customers', 'rate_limits'])
      await database.db(table).delete();
    clock.set('2026-11-24T08:00:00Z');
    peer.mails.length = 0;
    peer.mode = 'accept';
    manager = await signedIn(database.db, clock.now());
  });

  const send = (selection: object, key?: string) => {
    keys += 1;
    return app.call('POST', `${prefix}/newsletters`, {
      body: { selection, ...good },
      cookie: manager.cookie,
      headers: { 'idempotency-key': key ?? `a-key-of-a-newsletter-${keys}` },
    });
  };
  const add = (firstName: string, email: string | null, more: Record<string, string | number> = subscribed) =>
    aCustomer(database.db, { firstName, lastName: '', email, more });
  const recipients = () => peer.mails.map(({ to }) => to[0]).sort();
  const campaign = () => database.db('campaigns').first();

  it('goes to those alone who subscribed, are in use and have an address, once to each address (A030, A117)', async () => {
    await add('Ana', 'ana@example.com');
    await add('Bea', 'bea@example.com', { newsletter: 0 });
    await add('Cid', null);
    await add('Dan', 'dan@example.com', { newsletter: 1, status: 'trashed' });
    await add('Eva', 'Family@example.com');
    await add('Fay', 'family@example.com');
    const answer = await send({ matching: {} });
    expect(answer.status, answer.text).to.equal(201);
    expect(answer.body.recipients).to.equal(3);
    await app.context.notifications.relayOnce();
    expect(recipients()).to.deep.equal(['ana@example.com', 'family@example.com']);
    const ana = peer.mails.find(({ to }) => to[0] === 'ana@example.com')!;
    expect(ana.email.subject).to.equal('News for Ana');
    expect(ana.email.text).to.match(/^Dear Ana, we have moved\./);
    expect(await campaign()).to.include({ state: 'done', mails: 2 });
  });

  it('goes to the ticked ones, or to what a filter lists but a few (A117)', async () => {
    const [ana, bea] = [await add('Ana', 'ana@example.com'), await add('Bea', 'bea@example.com')];
    const cid = await add('Cid', 'cid@example.com');
    await send({ numbers: [ana, bea] });
    await app.context.notifications.relayOnce();
    expect(recipients()).to.deep.equal(['ana@example.com', 'bea@example.com']);
    peer.mails.length = 0;
    await send({ matching: { newsletter: 'yes' }, except: [ana, cid] });
    await app.context.notifications.relayOnce();
    expect(recipients()).to.deep.equal(['bea@example.com']);
  });

  it('keeps no name that was searched for, in the trail or once it is made (S114)', async () => {
    await add('Rosalinda', 'rosa@example.com');
    expect((await send({ matching: { q: 'rosalinda', newsletter: 'yes' } })).status).to.equal(201);
    await app.context.notifications.relayOnce();
    expect(recipients()).to.deep.equal(['rosa@example.com']);
    for (const table of ['audit', 'campaigns'])
      expect(JSON.stringify(await database.db(table).select()), table).to.not.match(/rosalinda/i);
    const [row] = await database.db('audit').where({ action: 'newsletter.sent' }).orderBy('id', 'desc');
    expect(JSON.parse(row.values).of).to.deep.equal({ matching: { newsletter: 'yes', searched: true } });
  });

  it('carries its two ways out, and its token is nowhere in the database (A117, S66)', async () => {
    const ana = await add('Ana', 'ana@example.com');
    await send({ numbers: [ana] });
    await app.context.notifications.relayOnce();
    const [mail] = peer.mails;
    const header = (name: string) => mail!.email.headers.find(({ key }) => key === name)?.value ?? '';
    expect(header('list-unsubscribe-post')).to.equal('List-Unsubscribe=One-Click');
    const [, address = ''] =
      /^<(http:\/\/book.example.com\/api\/v1\/unsubscribe\/[^>]+)>$/.exec(header('list-unsubscribe')) ?? [];
    const token = address.split('/').at(-1)!;
    expect(mail!.email.html).to.include(`href="http://book.example.com/unsubscribe#${token}"`);
    expect(mail!.email.text).to.include(`http://book.example.com/unsubscribe#${token}`);
    for (const table of ['messages', 'campaigns', 'outbox', 'audit'])
      expect(JSON.stringify(await database.db(table).select()), table).to.not.include(token.split('.')[1]);
    const [row] = await database.db('messages').select();
    const shown = await app.call('GET', `${prefix}/messages/${row.id}`, { cookie: manager.cookie });
    expect(shown.body.html).to.include('href="#"').and.not.include('bookpane:');
  });

  it('is made piece by piece, and what is booked meanwhile waits behind sixty of it at most (S68)', async () => {
    for (let count = 0; count < 130; count += 1) await add(`C${count}`, `c${count}@example.com`);
    await send({ matching: {} });
    const waiting = async () => (await database.db('messages').where({ state: 'queued' }).select('id')).length;
    expect(await makeCampaignMails(app.context.mail)).to.equal(60);
    expect(await makeCampaignMails(app.context.mail)).to.equal(0);
    expect(await waiting()).to.equal(60);
    await app.context.notifications.relayOnce();
    expect(new Set(recipients()).size).to.equal(130);
    expect(peer.mails).to.have.length(130);
    expect(await campaign()).to.include({ state: 'done', mails: 130 });
  }).timeout(60_000);

  it('goes on after whoever made it died, and nobody gets two (S68)', async () => {
    for (let count = 0; count < 70; count += 1) await add(`C${count}`, `c${count}@example.com`);
    await send({ matching: {} });
    await makeCampaignMails(app.context.mail);
    await database.db('campaigns').update({ lease_owner: 'dead', lease_until: clock.now() + MINUTE });
    await app.context.notifications.relayOnce();
    expect(peer.mails).to.have.length(60);
    clock.advance(MINUTE + 1);
    await Promise.all([makeCampaignMails(app.context.mail), makeCampaignMails(app.context.mail)]);
    await app.context.notifications.relayOnce();
    expect(peer.mails).to.have.length(70);
    expect(new Set(recipients()).size).to.equal(70);
  }).timeout(60_000);

  it('is not sent any more to who unsubscribed while it waited (A117)', async () => {
    const ana = await add('Ana', 'ana@example.com');
    await send({ numbers: [ana] });
    await makeCampaignMails(app.context.mail);
    await database.db('customers').where({ id: ana }).update({ newsletter: 0 });
    await app.context.notifications.relayOnce();
    expect(peer.mails).to.deep.equal([]);
    const [row] = await database.db('messages').select();
    expect(row).to.include({ state: 'dead', last_answer: 'Not sent: the recipient is not subscribed any more.' });
  });

  it('says how many will get it, shows it as the first of them will see it, and is refused for nobody (A117)', async () => {
    const [joe] = [await add('Joe', 'joe@example.com', { newsletter: 0 }), await add('Ana', 'ana@example.com')];
    const call = (path: string, body: object) =>
      app.call('POST', `${prefix}/${path}`, { body, cookie: manager.cookie });
    const all = { selection: { matching: {} } };
    expect((await call('newsletters/recipients', all)).body).to.deep.equal({ recipients: 1 });
    const { subject, text } = good;
    const shown = await call('mail-previews', { to: all, subject, text });
    expect(shown.body.to).to.deep.equal({ name: 'Ana', email: 'ana@example.com' });
    expect(shown.body.html).to.include('Unsubscribe').and.not.include('bookpane:');
    const nobody = await send({ numbers: [joe] });
    expect([nobody.status, nobody.body.error.details.reason]).to.deep.equal([409, 'nobody_subscribed']);
    expect((await call('mail-previews', { to: { selection: { numbers: [joe] } }, subject, text })).body.to).to.equal(
      null,
    );
    expect(await database.db('campaigns').select()).to.deep.equal([]);
  });

  it(`is sent once for one request, and ${quotas.newsletters} times a day at most by one account (S67, S68)`, async () => {
    await add('Ana', 'ana@example.com');
    const key = 'the-same-key-of-a-newsletter';
    const [first, second] = [await send({ matching: {} }, key), await send({ matching: {} }, key)];
    expect(second.body).to.deep.equal(first.body);
    for (let count = 1; count < quotas.newsletters; count += 1)
      expect((await send({ matching: {} })).status).to.equal(201);
    expect((await send({ matching: {} })).body.error.code).to.equal('too_many_requests');
    expect(await database.db('campaigns').select('id')).to.have.length(quotas.newsletters);
    clock.advance(DAY - HOUR);
    manager = { ...manager, cookie: (await signedIn(database.db, clock.now())).cookie };
    expect((await send({ matching: {} })).status, 'another account').to.equal(201);
  });
});
