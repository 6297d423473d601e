import { expect } from 'chai';
import { reminderInstant } from '../../../server/customers/notes/reminder-rules.js';
import { announceReminders } from '../../../server/customers/notes/upkeep.js';
import { formatInstant } from '../../../server/lib/time-zone.js';
import { smtpTransport } from '../../../server/notifications/smtp.js';
import { announce } from '../../../server/outbox/announce.js';
import type { TestAnswer, TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { aBooking } from '../../support/builders.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import type { MailPeer } from '../../support/mail-peer.js';
import { startMailPeer } from '../../support/mail-peer.js';
import { aPostRoom, clearPost } from '../../support/post-room.js';
import type { Staff } from '../staff.js';
import { signedIn, signedInAgain } from '../staff.js';

describe('the time of a reminder (A075)', () => {
  const now = Date.parse('2026-03-20T08:00:00Z');
  const on = (day: string, time: string, zone: string): string | null => {
    const at = reminderInstant({ day, time }, zone, now);
    return at === null ? null : formatInstant(at);
  };

  it('is what the clock of its zone shows, and past a gap the first instant after it (rule T1)', () => {
    expect(on('2026-03-21', '09:00', 'Europe/Lisbon')).to.equal('2026-03-21T09:00:00Z');
    expect(on('2026-07-01', '09:00', 'Europe/Lisbon')).to.equal('2026-07-01T08:00:00Z');
    expect(on('2026-03-29', '01:30', 'Europe/Lisbon')).to.equal('2026-03-29T01:00:00Z');
    expect(on('2026-03-21', '24:00', 'UTC')).to.equal('2026-03-22T00:00:00Z');
  });

  it('lies ahead', () => {
    expect(on('2026-03-20', '08:00', 'UTC')).to.equal(null);
    expect(on('2026-03-20', '08:01', 'UTC')).to.equal('2026-03-20T08:01:00Z');
  });
});

eachDatabase('reminders of notes (A075)', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let peer: MailPeer;
  let ada: Staff;
  let ben: number;
  before(async () => {
    peer = await startMailPeer();
    app = await startApp({ db: database.db, folder: database.folder, clock });
  });
  after(async () => {
    await app.stop();
    await peer.close();
  });
  beforeEach(async () => {
    clock.set('2026-11-24T08:00:00Z');
    peer.mails.length = 0;
    await clearPost(database.db);
    await database.db('customer_notes').delete();
    ada = await signedIn(database.db, clock.now(), { name: 'Ada' });
    ben = (await aBooking(database.db, { phone: '+351 912 345 678' })).customerId;
  });

  const call = async (method: string, path: string, body?: unknown, who = ada): Promise<TestAnswer> => {
    const { cookie } = await signedInAgain(database.db, clock.now(), who.id);
    return app.call(method, `/api/v1/admin${path}`, { cookie, ...(body === undefined ? {} : { body }) });
  };
  const remind = async (text = 'Ask about the colour') => {
    const answer = await call('POST', `/customers/${ben}/notes`, {
      text,
      remindOn: { day: '2026-11-25', time: '09:00', timeZone: 'Europe/Berlin' },
    });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body as { id: number; version: number; remindAt: string };
  };
  const bell = async (who = ada) => (await call('GET', '/notices', undefined, who)).body;
  const deliver = async (): Promise<void> => {
    const room = aPostRoom(database.db, clock, smtpTransport(peer.url));
    await room.relayOnce();
    await room.stop();
    expect(room.errors).to.deep.equal([]);
  };
  const addressOf = async (who: Staff): Promise<string> =>
    (await database.db('accounts').where({ id: who.id }).first('email')).email;

  it('are kept as instants, and must lie ahead', async () => {
    expect((await remind()).remindAt).to.equal('2026-11-25T08:00:00Z');
    const past = await call('POST', `/customers/${ben}/notes`, {
      text: 'Too late',
      remindOn: { day: '2026-11-24', time: '07:00', timeZone: 'UTC' },
    });
    expect([past.status, past.body.error.field]).to.deep.equal([422, 'remindOn']);
  });

  it('come on the business’s clock where no zone is named', async () => {
    const { body } = await call('POST', `/customers/${ben}/notes`, {
      text: 'Call',
      remindOn: { day: '2026-11-25', time: '09:00' },
    });
    expect(body.remindZone).to.be.a('string');
    expect(Date.parse(body.remindAt)).to.be.greaterThan(clock.now());
  });

  it('show in the bell of their author when their time has come, until they are done', async () => {
    const note = await remind();
    expect(await bell()).to.deep.include({ unread: 0, reminders: [] });
    clock.set('2026-11-25T08:00:00Z');
    const other = await signedIn(database.db, clock.now(), { name: 'Bea' });
    const shown = await bell();
    expect(shown.unread).to.equal(1);
    expect(shown.reminders[0]).to.deep.equal({
      noteId: note.id,
      version: 1,
      customer: { number: ben, name: 'Ben Miller' },
      text: 'Ask about the colour',
      remindAt: '2026-11-25T08:00:00Z',
    });
    expect((await bell(other)).reminders).to.deep.equal([]);
    await call('PATCH', `/customers/${ben}/notes/${note.id}`, { version: 1, done: true });
    expect(await bell()).to.deep.include({ unread: 0, reminders: [] });
  });

  it('go by mail to their author, once, with the note as it was typed (S39, S42)', async () => {
    await remind('Ask about <b>colour</b> {customer} {{7*7}}');
    await app.context.upkeep.announceReminders();
    expect(await database.db('outbox').where({ event: 'note.reminder' })).to.have.length(0);
    clock.set('2026-11-25T08:00:30Z');
    for (let minute = 0; minute < 3; minute += 1) {
      await app.context.upkeep.announceReminders();
      await deliver();
      clock.advance(60_000);
    }
    expect(peer.mails.map((mail) => mail.to)).to.deep.equal([[await addressOf(ada)]]);
    const { email } = peer.mails[0]!;
    expect(email.subject).to.equal('Reminder: Ben Miller');
    expect(email.text).to.include('Ask about <b>colour</b> {customer} {{7*7}}').and.include('+351 912 345 678');
    expect(email.text)
      .to.include(`/admin/customers/${ben}?tab=notes`)
      .and.match(/25 November 2026, 09:00/);
    expect(email.html).to.include('Ask about &lt;b&gt;colour').and.not.include('<b>colour');
  });

  it('go to nobody who may see this customer no longer (S15)', async () => {
    for (const change of [
      { role: 'own', role_id: null },
      { role: 'provider', provider_id: null },
    ]) {
      await remind('Ask about the colour');
      clock.set('2026-11-25T08:00:30Z');
      await app.context.upkeep.announceReminders();
      await database.db('accounts').where({ id: ada.id }).update(change);
      await deliver();
      await database.db('accounts').where({ id: ada.id }).update({ role: 'manager' });
      clock.set('2026-11-24T08:00:00Z');
    }
    expect(peer.mails).to.deep.equal([]);
  });

  it('are announced once by several servers that look at the same moment', async () => {
    for (let count = 0; count < 12; count += 1) await remind(`Number ${count}`);
    clock.set('2026-11-25T08:00:30Z');
    const connections =
      database.dialect === 'mysql' ? [database.db, database.connect(), database.connect()] : [database.db, database.db];
    const told = await Promise.all(
      connections.map((db) => announceReminders({ db, announce, nudge: () => {} }, clock.now())),
    );
    expect(told.reduce((sum, count) => sum + count, 0)).to.equal(12);
    expect(await database.db('outbox').where({ event: 'note.reminder' })).to.have.length(12);
    const rooms = connections.map((db) => aPostRoom(db, clock, smtpTransport(peer.url)));
    await Promise.all(rooms.map((room) => room.relayOnce()));
    for (const room of rooms) await room.relayOnce();
    for (const room of rooms) await room.stop();
    expect(peer.mails.map(({ email }) => email.subject)).to.have.length(12);
  });

  it('are not mailed when done, deleted or set to another time meanwhile, and not for customers in the trash', async () => {
    const [done, deleted, moved] = [await remind('Done'), await remind('Deleted'), await remind('Moved')];
    const path = (note: { id: number }) => `/customers/${ben}/notes/${note.id}`;
    await call('PATCH', path(done), { version: 1, done: true });
    await call('DELETE', path(deleted));
    await call('PATCH', path(moved), { version: 1, remindOn: { day: '2026-12-01', time: '09:00', timeZone: 'UTC' } });
    clock.set('2026-11-25T08:00:30Z');
    expect(await app.context.upkeep.announceReminders()).to.equal(0);
    clock.set('2026-12-01T09:00:30Z');
    await database.db('customers').where({ id: ben }).update({ status: 'trashed' });
    expect(await app.context.upkeep.announceReminders()).to.equal(0);
    await database.db('customers').where({ id: ben }).update({ status: 'active' });
    expect(await app.context.upkeep.announceReminders()).to.equal(1);
    await deliver();
    expect(peer.mails).to.have.length(1);
  });

  it('of one that was set anew are told anew, and a mail that waits is not sent when it is done before', async () => {
    const note = await remind();
    clock.set('2026-11-25T08:00:30Z');
    await app.context.upkeep.announceReminders();
    await call('PATCH', `/customers/${ben}/notes/${note.id}`, { version: 1, done: true });
    await deliver();
    expect(peer.mails).to.have.length(0);
    const again = { day: '2026-11-26', time: '09:00', timeZone: 'UTC' };
    const { body } = await call('PATCH', `/customers/${ben}/notes/${note.id}`, { version: 2, remindOn: again });
    expect(body).to.include({ doneAt: null, remindAt: '2026-11-26T09:00:00Z' });
    clock.set('2026-11-26T09:00:30Z');
    expect(await app.context.upkeep.announceReminders()).to.equal(1);
    await deliver();
    expect(peer.mails).to.have.length(1);
  });
});
