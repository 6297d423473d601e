import { expect } from 'chai';
import { recordAudit } from '../../server/audit/record.js';
import type { Actor } from '../../server/lib/actor.js';
import type { Request } from '../../server/lib/endpoint.js';
import { messageHandlers } from '../../server/notifications/routes.js';
import { messageAdminEndpoints } from '../../server/notifications/schema.js';
import { smtpTransport } from '../../server/notifications/smtp.js';
import { aBooking } from '../support/builders.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { MailPeer } from '../support/mail-peer.js';
import { startMailPeer } from '../support/mail-peer.js';
import type { PostRoom } from '../support/post-room.js';
import { aPostRoom, clearPost, tell } from '../support/post-room.js';

eachDatabase('messages in the admin', (database) => {
  const clock = clockAt('2026-11-20T10:00:00Z');
  const actor: Actor = {
    kind: 'account',
    accountId: 1,
    sessionHash: '',
    providerId: null,
    name: 'Mo',
    permissions: new Set(['messages.view']),
  };
  let peer: MailPeer;
  let room: PostRoom;
  let nudges = 0;
  let bookingId: number;

  before(async () => {
    peer = await startMailPeer();
    bookingId = (await aBooking(database.db)).id;
  });
  after(() => peer.close());
  beforeEach(async () => {
    clock.set('2026-11-20T10:00:00Z');
    peer.mode = 'accept';
    peer.mails.length = 0;
    nudges = 0;
    await clearPost(database.db);
    room = aPostRoom(database.db, clock, smtpTransport(peer.url));
  });
  afterEach(() => room.stop());

  const book = () => tell(database.db, clock, { event: 'booking.created', payload: { bookingId } });
  const handlers = () => messageHandlers({ db: database.db, clock, recordAudit, nudge: () => nudged() });
  const nudged = () => {
    nudges += 1;
  };
  /** Asks as the HTTP layer does, and checks the answer against the table. */
  const ask = async <Key extends keyof typeof messageAdminEndpoints>(
    key: Key,
    parts: { params?: object; query?: object },
  ) => {
    const request = { params: {}, query: {}, body: {}, actor, ...parts } as unknown as Request<never>;
    const answer = await (handlers()[key] as (request: Request<never>) => Promise<unknown>)(request);
    return messageAdminEndpoints[key].answer.parse(answer) as never;
  };
  type Row = {
    id: number;
    state: string;
    recipient: string;
    lastAnswer: string;
    sentAt: string | null;
    audience: string;
  };
  const list = (query: object = {}): Promise<{ items: Row[]; total: number; page: number; pageSize: number }> =>
    ask('GET /messages', { query });
  const one = (id: number): Promise<Row & { text: string; html: string; calendar: string | null }> =>
    ask('GET /messages/:id', { params: { id } });
  const refusal = (error: { code?: string }) => error.code;

  it('are listed newest first, page by page, and by state', async () => {
    await book();
    await room.relayOnce();
    peer.mode = 'refuse (550)';
    await book();
    await room.relayOnce();
    const all = await list();
    expect(all).to.include({ total: 4, page: 1, pageSize: 25 });
    expect(all.items.map(({ id }) => id)).to.deep.equal(all.items.map(({ id }) => id).sort((a, b) => b - a));
    expect((await list({ page: 2, pageSize: 3 })).items.map(({ id }) => id)).to.deep.equal([all.items[3]!.id]);
    const dead = await list({ state: 'dead' });
    expect(dead.total).to.equal(2);
    expect(dead.items[0]).to.include({ state: 'dead', lastAnswer: '550 No such mailbox', sentAt: null });
    expect((await list({ state: 'sent' })).items[0]!.sentAt).to.equal('2026-11-20T10:00:00Z');
  });

  it('are shown as their recipient sees them, but for the link that acts in the customer’s name (S66)', async () => {
    await book();
    await room.relayOnce();
    const row = (await list()).items.find(({ audience }) => audience === 'customer')!;
    const shown = await one(row.id);
    const sent = peer.mails.find(({ to }) => to.includes('ben@example.com'))!;
    expect(shown.html).to.include('your appointment is confirmed');
    expect(shown.calendar).to.include('BEGIN:VEVENT');
    for (const body of [shown.html, shown.text, shown.calendar!]) {
      expect(body).not.to.include('token-of').and.not.to.include('bookpane:manage');
    }
    expect(sent.email.html).to.include('token-of');
  });

  it('can be tried again when they were given up (F18)', async () => {
    peer.mode = 'refuse (550)';
    await book();
    await room.relayOnce();
    peer.mode = 'accept';
    const { id } = (await list({ state: 'dead' })).items[0]!;
    const answer: Row = await ask('POST /messages/:id/retry', { params: { id } });
    expect(answer).to.include({ state: 'queued' });
    expect(nudges).to.equal(1);
    await room.relayOnce();
    expect((await one(id)).state).to.equal('sent');
    expect(peer.mails).to.have.length(1);
    const trail = await database.db('audit').where({ action: 'message.retried', subject: `message:${id}` });
    expect(trail.map((entry) => entry.actor)).to.deep.equal(['account:1']);
  });

  it('are not sent twice by trying again what was sent', async () => {
    await book();
    await room.relayOnce();
    const { id } = (await list()).items[0]!;
    expect(await ask('POST /messages/:id/retry', { params: { id } }).catch(refusal)).to.equal('conflict');
    expect(nudges).to.equal(0);
  });

  it('are not there when they are not there', async () => {
    expect(await one(999_999).catch(refusal)).to.equal('not_found');
    expect(await ask('POST /messages/:id/retry', { params: { id: 999_999 } }).catch(refusal)).to.equal('not_found');
  });
});
