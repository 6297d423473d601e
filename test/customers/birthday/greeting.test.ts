import { expect } from 'chai';
import type { GreetingDeps } from '../../../server/customers/birthday/greeting.js';
import { forgetOldGreetings, greetBirthdays } from '../../../server/customers/birthday/greeting.js';
import type { Db } from '../../../server/db/connect.js';
import { smtpTransport } from '../../../server/notifications/smtp.js';
import { announce } from '../../../server/outbox/announce.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import type { MailPeer } from '../../support/mail-peer.js';
import { startMailPeer } from '../../support/mail-peer.js';
import { aPostRoom, clearPost } from '../../support/post-room.js';
import { aCustomer } from '../a-customer.js';

eachDatabase('birthday greetings (A019, A118)', (database) => {
  const clock = clockAt('2026-05-17T08:00:00Z');
  let peer: MailPeer;
  let count = 0;
  const settings = { birthdayGreeting: true, birthdayHour: 9 };
  before(async () => {
    peer = await startMailPeer();
  });
  after(() => peer.close());
  beforeEach(async () => {
    clock.set('2026-05-17T08:00:00Z');
    peer.mails.length = 0;
    peer.mode = 'accept';
    await clearPost(database.db);
    for (const table of ['birthday_greetings', 'customer_words', 'customers']) await database.db(table).delete();
  });

  type Wish = Parameters<typeof aCustomer>[1] & { born?: string; zone?: string | null };
  /** Somebody born on 17 May who lives in Lisbon. */
  const person = ({ born = '1990-05-17', zone = 'Europe/Lisbon', more, ...wish }: Wish = {}) => {
    count += 1;
    const columns = { birth_date: born, time_zone: zone, ...more };
    return aCustomer(database.db, { firstName: 'Ana', email: `ana${count}@example.com`, ...wish, more: columns });
  };
  const depsOf = (db: Db, wish: Partial<typeof settings> = {}): GreetingDeps => ({
    ...{ db, announce, nudge: () => {}, defaultZone: async () => 'America/New_York' },
    settings: async () => ({ ...settings, ...wish }),
  });
  const greet = (wish: Partial<typeof settings> = {}, db = database.db) =>
    greetBirthdays(depsOf(db, wish), clock.now());
  const deliver = async (wish: Parameters<typeof aPostRoom>[3] = {}) => {
    const room = aPostRoom(database.db, clock, smtpTransport(peer.url), wish);
    await room.relayOnce();
    await room.stop();
    expect(room.errors).to.deep.equal([]);
  };
  const messages = () => database.db('messages').orderBy('id').select();

  it('go out once a year, however often the job runs', async () => {
    const number = await person();
    expect(await greet()).to.equal(1);
    expect(await greet()).to.equal(0);
    await deliver();
    clock.set('2026-05-17T20:00:00Z');
    await greet();
    await deliver();
    expect(peer.mails).to.have.length(1);
    expect((await messages())[0]).to.include({ template: 'birthday', customer_id: number, state: 'sent' });
    clock.set('2027-05-17T08:00:00Z');
    expect(await greet()).to.equal(1);
    await deliver();
    expect(peer.mails).to.have.length(2);
  });

  it('go out once when two servers greet at the same moment', async () => {
    for (let lap = 0; lap < 8; lap += 1) await person();
    const other = database.dialect === 'mysql' ? database.connect() : database.db;
    const told = await Promise.all([greet(), greet({}, other), greet()]);
    expect(told.reduce((sum, each) => sum + each)).to.equal(8);
    expect(await database.db('outbox').where({ event: 'customer.birthday' })).to.have.length(8);
    await Promise.all([deliver(), deliver()]);
    expect(new Set(peer.mails.map(({ to }) => to[0])).size).to.equal(8);
    expect(peer.mails).to.have.length(8);
  });

  it('come at the hour of the customer’s own clock, or of the business’s for who has none', async () => {
    const named = async (firstName: string, zone: string | null) => person({ firstName, zone });
    await named('Tokyo', 'Asia/Tokyo');
    await named('Lisbon', 'Europe/Lisbon');
    await named('Business', null);
    await named('Nowhere', 'Mars/Olympus');
    await named('Pago', 'Pacific/Pago_Pago');
    const greetedAt = async (instant: string) => {
      clock.set(instant);
      await greet();
      await deliver();
      return peer.mails.splice(0).map(({ email }) => email.to?.[0]?.name?.split(' ')[0]);
    };
    expect(await greetedAt('2026-05-16T23:59:00Z')).to.deep.equal([]);
    expect(await greetedAt('2026-05-17T00:00:00Z')).to.deep.equal(['Tokyo']);
    expect(await greetedAt('2026-05-17T07:59:00Z')).to.deep.equal([]);
    expect(await greetedAt('2026-05-17T08:00:00Z')).to.deep.equal(['Lisbon']);
    expect((await greetedAt('2026-05-17T13:00:00Z')).sort()).to.deep.equal(['Business', 'Nowhere']);
    expect(await greetedAt('2026-05-17T20:00:00Z')).to.deep.equal(['Pago']);
  });

  it('of 29 February come on the 28th in years without it, and on no other day', async () => {
    await person({ born: '2000-02-29' });
    const days = ['2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01'];
    const greeted: number[] = [];
    for (const day of days) {
      clock.set(`${day}T10:00:00Z`);
      greeted.push(await greet());
    }
    expect(greeted).to.deep.equal([1, 0, 0, 1, 0]);
  });

  it('come late on the same day when no server ran, and on no other day', async () => {
    await person();
    clock.set('2026-05-17T22:59:00Z');
    expect(await greet()).to.equal(1);
    await deliver();
    expect(peer.mails).to.have.length(1);
    await person();
    clock.set('2026-05-17T23:00:00Z');
    expect(await greet()).to.equal(0);
  });

  it('that were announced or wait for the mail server are dropped when the day is over', async () => {
    await person();
    await greet();
    clock.set('2026-05-17T23:30:00Z');
    await deliver();
    expect(await messages(), 'told too late').to.deep.equal([]);
    clock.set('2026-05-17T08:00:00Z');
    await person();
    await greet();
    peer.mode = 'refuse for now (421)';
    await deliver();
    peer.mode = 'accept';
    clock.set('2026-05-17T23:30:00Z');
    await deliver();
    expect(peer.mails).to.deep.equal([]);
    expect((await messages())[0]).to.include({ state: 'dead', last_answer: 'Not sent: the birthday is over.' });
  });

  it('are off until somebody switches them on', async () => {
    await person();
    expect(await greet({ birthdayGreeting: false })).to.equal(0);
    expect(await greet({ birthdayHour: 10 }), 'not yet').to.equal(0);
    expect(await greet()).to.equal(1);
  });

  it('go to nobody in the trash, merged, erased, without an address, or who wants none', async () => {
    const kept = await person({ born: '1990-05-18' });
    const none: Record<string, string | number>[] = [
      { status: 'trashed', trashed_at: 1 },
      { status: 'merged', merged_into: kept },
      { status: 'erased', erased_at: 1 },
      { greetings: 0 },
    ];
    for (const more of none) await person({ more });
    await person({ email: null });
    expect(await greet()).to.equal(0);
  });

  it('are not sent any more to who was trashed, opted out, or has another address or birth date since', async () => {
    const people = [await person(), await person(), await person(), await person()];
    await greet();
    peer.mode = 'refuse for now (421)';
    await deliver();
    peer.mode = 'accept';
    const since = [
      { status: 'trashed' },
      { greetings: 0 },
      { email: 'new@example.com', email_folded: 'new@example.com' },
      { birth_date: '1990-05-19' },
    ];
    for (const [index, change] of since.entries())
      await database.db('customers').where({ id: people[index] }).update(change);
    clock.set('2026-05-17T12:00:00Z');
    await deliver();
    expect(peer.mails).to.deep.equal([]);
    expect((await messages()).map(({ state }) => state)).to.deep.equal(['dead', 'dead', 'dead', 'dead']);
  });

  it('speak the customer’s language, and carry a way out of their own (RFC 8058)', async () => {
    await person({ more: { language: 'de-AT' } });
    const english = await person({ firstName: 'Bea', more: { language: null } });
    await greet();
    await deliver();
    // Several are in the air at once: either may be first.
    const mailTo = (name: string) => peer.mails.find(({ email }) => email.to?.[0]?.name?.startsWith(name));
    const [german, other] = [mailTo('Ana')?.email, mailTo('Bea')?.email];
    expect(german!.subject).to.equal('Alles Gute zum Geburtstag, Ana!');
    expect(german!.text).to.include('das ganze Team von Salon Aurora gratuliert Ihnen herzlich');
    expect(german!.html).to.include('lang="de"').and.include('Keine Geburtstagsgrüße mehr');
    expect(other!.subject).to.equal('Happy birthday, Bea!');
    for (const body of [other!.text, other!.html]) {
      expect(body).to.include('all of us at Salon Aurora wish you a very happy birthday');
      expect(body).to.include(`https://book.aurora.example/unsubscribe#of-${english}`);
    }
    expect(mailTo('Bea')!.raw).to.match(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    expect(other!.html).to.not.match(/<img|<script|url\(/);
  });

  it('leave a hostile name as text (S39, S49, S103)', async () => {
    const firstName = '{{business}} {name} <b>x</b> evil.example';
    await person({ firstName, lastName: 'Bcc: x@example.com' });
    await greet();
    await deliver();
    const { email, to, raw } = peer.mails[0]!;
    expect(to).to.have.length(1);
    expect(email.subject).to.equal(`Happy birthday, ${firstName}!`);
    expect(email.text).to.include(`Dear ${firstName}, all of us`);
    expect(email.html).to.include('&lt;b&gt;x&lt;/b&gt;').and.not.include('<b>x</b>');
    expect(email.html, 'no word that a mail program makes a link of').to.include('evil.<wbr>example');
    expect(raw).to.not.match(/^Bcc:/m);
  });

  it('wait at most sixty at a time, so that confirmations are not behind all of them', async () => {
    for (let lap = 0; lap < 62; lap += 1) await person();
    expect(await greet()).to.equal(60);
    expect(await greet()).to.equal(0);
    await database.db('outbox').update({ relayed_at: 1 });
    expect(await greet()).to.equal(2);
  });

  it('are forgotten when two years have passed', async () => {
    const number = await person();
    await database
      .db('birthday_greetings')
      .insert([2023, 2024, 2025, 2026].map((year) => ({ year, customer_id: number, greeted_at: 1 })));
    expect(await forgetOldGreetings(database.db, clock.now())).to.equal(2);
    expect((await database.db('birthday_greetings').orderBy('year')).map(({ year }) => year)).to.deep.equal([
      2025, 2026,
    ]);
  });
});
