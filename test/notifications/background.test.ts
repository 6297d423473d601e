import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { Transport } from '../../server/notifications/transport.js';
import { aBooking } from '../support/builders.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { PostRoom } from '../support/post-room.js';
import { aPostRoom, clearPost, tell } from '../support/post-room.js';

eachDatabase('the post room in the background', (database) => {
  const clock = clockAt('2026-11-20T10:00:00Z');
  let bookingId: number;
  before(async () => {
    bookingId = (await aBooking(database.db, { items: [{ providerEmail: null }] })).id;
  });
  beforeEach(() => clearPost(database.db));

  const rooms: PostRoom[] = [];
  const aRoom = (transport: Transport): PostRoom => {
    const room = aPostRoom(database.db, clock, transport);
    rooms.push(room);
    return room;
  };
  afterEach('stop what was started', () => Promise.all(rooms.splice(0).map((room) => room.stop())));

  const book = () => tell(database.db, clock, { event: 'booking.created', payload: { bookingId } });

  it('sends within moments of a nudge, without waiting for its next look', async () => {
    let arrived = (_subject: string) => {};
    const subject = new Promise<string>((resolve) => {
      arrived = resolve;
    });
    const room = aRoom({
      async send(mail) {
        arrived(mail.subject);
        return { result: 'sent', answer: '' };
      },
      close: async () => {},
    });
    room.start();
    await sleep(100);
    await book();
    const began = performance.now();
    room.nudge();
    expect(await subject).to.equal('Your appointment on Tuesday 24 November at 14:30');
    expect(performance.now() - began).to.be.below(1500);
    await room.stop();
  });

  it('lets what is in the air arrive before it stops, and begins nothing more', async () => {
    const events: string[] = [];
    let land = () => {};
    let departed = () => {};
    const departure = new Promise<void>((resolve) => {
      departed = resolve;
    });
    const transport: Transport = {
      async send() {
        departed();
        await new Promise<void>((resolve) => {
          land = resolve;
        });
        events.push('arrived');
        return { result: 'sent', answer: '' };
      },
      close: async () => {
        if (!events.includes('closed')) events.push('closed');
      },
    };
    const room = aRoom(transport);
    await book();
    await book();
    room.start();
    await departure;
    const stopped = room.stop().then(() => events.push('stopped'));
    await sleep(50);
    expect(events).to.deep.equal([]);
    land();
    await stopped;
    expect(events).to.deep.equal(['arrived', 'closed', 'stopped']);
    const states = await database.db('messages').orderBy('id').select('state');
    expect(states[0]).to.deep.equal({ state: 'sent' });
    expect(states.slice(1).every(({ state }) => state === 'queued')).to.equal(true);
  });

  it('survives a database that is away for a moment', async () => {
    const sent: string[] = [];
    const room = aRoom({
      async send(mail) {
        sent.push(mail.subject);
        return { result: 'sent', answer: '' };
      },
      close: async () => {},
    });
    await book();
    await database.db.schema.renameTable('outbox', 'outbox_away');
    room.start();
    while (room.errors.length === 0) await sleep(10);
    await database.db.schema.renameTable('outbox_away', 'outbox');
    room.nudge();
    while (sent.length === 0) await sleep(10);
    await room.stop();
    expect(sent).to.have.length(1);
  });
});
