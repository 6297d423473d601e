import { expect } from 'chai';
import { transact } from '../../server/db/transact.js';
import { MINUTE } from '../../server/lib/time-zone.js';
import { smtpTransport } from '../../server/notifications/smtp.js';
import type { Mail, Transport } from '../../server/notifications/transport.js';
import { announce } from '../../server/outbox/announce.js';
import { aBooking } from '../support/builders.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { MailPeer } from '../support/mail-peer.js';
import { startMailPeer } from '../support/mail-peer.js';
import type { PostRoom } from '../support/post-room.js';
import { aPostRoom, clearPost, tell } from '../support/post-room.js';

/** A transport that keeps what it is given. */
const aTray = () => {
  const mails: Mail[] = [];
  const transport: Transport = {
    async send(mail) {
      mails.push(mail);
      return { result: 'sent', answer: '250 OK' };
    },
    close: async () => {},
  };
  return { mails, transport };
};

eachDatabase('the delivery of mail', (database) => {
  const clock = clockAt('2026-11-20T10:00:00Z');
  let peer: MailPeer;
  let room: PostRoom;
  let bookingId: number;

  before(async () => {
    peer = await startMailPeer();
    bookingId = (await aBooking(database.db, { items: [{ providerEmail: null }] })).id;
  });
  after(() => peer.close());
  beforeEach(async () => {
    clock.set('2026-11-20T10:00:00Z');
    peer.mails.length = 0;
    peer.mode = 'accept';
    await peer.up();
    await clearPost(database.db);
    room = aPostRoom(database.db, clock, smtpTransport(peer.url));
  });
  afterEach(async () => {
    await room.stop();
    expect(room.errors).to.deep.equal([]);
  });

  const book = (id = bookingId) => tell(database.db, clock, { event: 'booking.created', payload: { bookingId: id } });
  const theMessage = async () => (await database.db('messages').select())[0];

  it('sends a mail once, however often the relay runs', async () => {
    await book();
    expect(await room.relayOnce()).to.equal(2);
    expect(await room.relayOnce()).to.equal(0);
    expect(peer.mails).to.have.length(1);
    expect(await theMessage()).to.deep.include({ state: 'sent', attempts: 1, sent_at: clock.now(), lease_until: 0 });
    expect((await theMessage()).last_answer).to.match(/^250 /);
  });

  it('sends nothing of a transaction that was rolled back (I5)', async () => {
    const undone = await transact(database.db, async (tx) => {
      await announce(tx, clock.now(), { event: 'booking.created', payload: { bookingId } });
      throw new Error('somebody was first');
    }).catch((error: Error) => error.message);
    expect(undone).to.equal('somebody was first');
    expect(await room.relayOnce()).to.equal(0);
    expect(peer.mails).to.deep.equal([]);
  });

  it('loses nothing while the mail server is down, and sends once when it is back (F18, I5)', async () => {
    await peer.down();
    await book();
    await room.relayOnce();
    expect(await theMessage()).to.deep.include({ state: 'queued', attempts: 1, due_at: clock.now() + MINUTE });
    expect((await theMessage()).last_answer).to.include('ECONNREFUSED');
    clock.advance(MINUTE - 1);
    expect(await room.relayOnce()).to.equal(0);
    clock.advance(1);
    await room.relayOnce();
    expect(await theMessage()).to.deep.include({ state: 'queued', attempts: 2, due_at: clock.now() + 2 * MINUTE });
    await database.db('messages').update({ attempts: 100 });
    clock.advance(2 * MINUTE);
    await room.relayOnce();
    await peer.up();
    clock.advance(10 * MINUTE);
    await room.relayOnce();
    await room.relayOnce();
    expect(peer.mails).to.have.length(1);
    expect(await theMessage()).to.deep.include({ state: 'sent', attempts: 102 });
  });

  it('tries again after a 421 and keeps the answer (F18)', async () => {
    peer.mode = 'refuse for now (421)';
    await book();
    await room.relayOnce();
    expect(await theMessage()).to.deep.include({ state: 'queued', last_answer: '421 Try again later' });
    peer.mode = 'accept';
    clock.advance(MINUTE);
    await room.relayOnce();
    expect(peer.mails).to.have.length(1);
  });

  it('gives up at once after a 550 and keeps the answer (F18)', async () => {
    peer.mode = 'refuse (550)';
    await book();
    await room.relayOnce();
    expect(await theMessage()).to.deep.include({ state: 'dead', attempts: 1, last_answer: '550 No such mailbox' });
    peer.mode = 'accept';
    clock.advance(7 * 24 * 60 * MINUTE);
    expect(await room.relayOnce()).to.equal(0);
    expect(peer.mails).to.deep.equal([]);
  });

  it('does not take a refused password for a refused mail', async () => {
    await room.stop();
    room = aPostRoom(database.db, clock, smtpTransport(peer.url.replace('//', '//user:secret@')));
    await book();
    await room.relayOnce();
    expect(await theMessage()).to.deep.include({ state: 'queued', attempts: 1 });
    expect((await theMessage()).last_answer)
      .to.match(/^5\d\d /)
      .and.not.to.include('secret');
  });

  it('sends again what broke off after DATA, under the same Message-ID (F18, I5)', async () => {
    peer.mode = 'drop';
    await book();
    const attempts = peer.attempts;
    await room.relayOnce();
    expect(peer.attempts - attempts).to.equal(1);
    expect(await theMessage()).to.deep.include({ state: 'queued', attempts: 1 });
    peer.mode = 'accept';
    clock.advance(MINUTE);
    await room.relayOnce();
    expect(peer.mails).to.have.length(1);
    expect(peer.mails[0]!.email.messageId).to.equal((await theMessage()).message_id);
  });

  it('makes at most one duplicate when the answer is lost, to be known by its Message-ID (F03, I5)', async () => {
    await room.stop();
    const smtp = smtpTransport(peer.url);
    let lost = false;
    const transport: Transport = {
      close: smtp.close,
      async send(mail) {
        const outcome = await smtp.send(mail);
        if (lost) return outcome;
        lost = true;
        return { result: 'failed for now', answer: 'the answer was lost' };
      },
    };
    room = aPostRoom(database.db, clock, transport);
    await book();
    await room.relayOnce();
    clock.advance(MINUTE);
    await room.relayOnce();
    expect(peer.mails).to.have.length(2);
    expect(new Set(peer.mails.map(({ email }) => email.messageId)).size).to.equal(1);
    expect(peer.mails[0]!.email.messageId).to.match(/^<message-.+@book\.aurora\.example>$/);
  });

  it('does not send again what was sent while the database was away', async () => {
    const { mails, transport } = aTray();
    const away: Transport = {
      ...transport,
      async send(mail) {
        await database.db.schema.renameTable('messages', 'messages_away');
        return transport.send(mail);
      },
    };
    const blind = aPostRoom(database.db, clock, away);
    await book();
    const error = await blind.relayOnce().catch((reason: Error) => reason);
    expect(error).to.be.instanceOf(Error);
    await database.db.schema.renameTable('messages_away', 'messages');
    clock.advance(6 * MINUTE);
    await blind.relayOnce();
    expect(mails).to.have.length(1);
    expect(await theMessage()).to.deep.include({ state: 'sent' });
  });

  it('takes over, once the lease is out, what a killed process had claimed (F01, I5)', async () => {
    let inTheAir = () => {};
    const hanging = new Promise<void>((resolve) => {
      inTheAir = resolve;
    });
    const killed = aPostRoom(database.db, clock, {
      send: () => {
        inTheAir();
        return new Promise(() => {});
      },
      close: async () => {},
    });
    await book();
    void killed.relayOnce();
    await hanging;
    clock.advance(4 * MINUTE);
    expect(await room.relayOnce()).to.equal(0);
    clock.advance(MINUTE);
    await room.relayOnce();
    expect(peer.mails).to.have.length(1);
    expect(await theMessage()).to.deep.include({ state: 'sent', attempts: 2 });
  });

  it('takes over an outbox row that a killed process had claimed', async () => {
    await book();
    await database.db('outbox').update({ lease_owner: 'killed', lease_until: clock.now() + MINUTE, attempts: 1 });
    expect(await room.relayOnce()).to.equal(0);
    clock.advance(MINUTE);
    await room.relayOnce();
    expect(peer.mails).to.have.length(1);
  });

  it('keeps a cancellation from overtaking its confirmation', async () => {
    peer.mode = 'refuse for now (421)';
    await book();
    await room.relayOnce();
    peer.mode = 'accept';
    await tell(database.db, clock, {
      event: 'booking.cancelled',
      payload: { bookingId, by: 'customer', reason: '' },
    });
    await room.relayOnce();
    expect(peer.mails).to.deep.equal([]);
    clock.advance(MINUTE);
    await room.relayOnce();
    expect(peer.mails.map(({ email }) => email.subject?.split(' ')[0])).to.deep.equal(['Your', 'Cancelled:']);
  });

  it('goes on with the others when one row of the outbox makes no sense', async () => {
    const { mails, transport } = aTray();
    const sturdy = aPostRoom(database.db, clock, transport);
    await database.db('outbox').insert({ event: 'booking.created', payload: 'no JSON', created_at: clock.now() });
    await book();
    const first = await sturdy.relayOnce().catch((error: Error) => error);
    expect(first).to.equal(2);
    expect(mails).to.have.length(1);
    expect(sturdy.errors).to.have.length(1);
  });

  const recipients = [
    '"victim@internal" <x@evil.example>',
    'a@b.example,c@d.example',
    '"x@evil.example x"@internal.example',
    'ben@example.com.',
    `${'b'.repeat(65)}@example.com`,
    'ben@example.com\r\nRCPT TO:<c@d.example>',
  ];
  for (const recipient of recipients) {
    it(`sends to one address and nothing else: ${JSON.stringify(recipient)} is given up (S104)`, async () => {
      await book();
      await room.relayOnce();
      peer.mails.length = 0;
      await database.db('messages').update({ recipient, state: 'queued' });
      await room.relayOnce();
      expect(peer.mails).to.deep.equal([]);
      expect(await theMessage()).to.deep.include({ state: 'dead' });
    });
  }

  it('takes an address in the recipient’s name for a name (S103, S104)', async () => {
    await book();
    await database.db('bookings').where({ id: bookingId }).update({ last_name: '<x@evil.example>, "y@evil.example"' });
    await room.relayOnce();
    await database.db('bookings').where({ id: bookingId }).update({ last_name: 'Miller' });
    expect(peer.mails[0]!.to).to.deep.equal(['ben@example.com']);
    expect(peer.mails[0]!.email.to).to.deep.equal([
      { name: 'Ben <x@evil.example>, "y@evil.example"', address: 'ben@example.com' },
    ]);
  });

  it('sends each of 80 mails exactly once through two relays at once (I5)', async function () {
    this.timeout(60_000);
    for (let made = 0; made < 40; made += 1)
      await book((await aBooking(database.db, { email: `ben${made}@example.com` })).id);
    const otherDb = database.dialect === 'mysql' ? database.connect() : database.db;
    const other = aPostRoom(otherDb, clock, smtpTransport(peer.url));
    await Promise.all([room.relayOnce(), other.relayOnce()]);
    await Promise.all([room.relayOnce(), other.relayOnce()]);
    await other.stop();
    const messages = await database.db('messages').select('message_id', 'state', 'attempts');
    expect(messages).to.have.length(80);
    expect(messages.filter(({ state, attempts }) => state !== 'sent' || attempts !== 1)).to.deep.equal([]);
    expect(peer.mails.map(({ email }) => email.messageId).sort()).to.deep.equal(
      messages.map(({ message_id }) => message_id).sort(),
    );
  });
});
