import { expect } from 'chai';
import ICAL from 'ical.js';
import type { Email } from 'postal-mime';
import { smtpTransport } from '../../server/notifications/smtp.js';
import type { BookingWish } from '../support/builders.js';
import { aBooking } from '../support/builders.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { MailPeer, ReceivedMail } from '../support/mail-peer.js';
import { startMailPeer } from '../support/mail-peer.js';
import { aPostRoom, clearPost, manageUrl, salon, tell } from '../support/post-room.js';

/** The calendar objects of a mail, as a library that isn't ours reads them. */
const calendarsOf = ({ attachments }: Email) =>
  attachments
    .filter(({ mimeType }) => mimeType === 'text/calendar')
    .map(({ content }) => {
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      const calendar = new ICAL.Component(ICAL.parse(text));
      return {
        method: calendar.getFirstPropertyValue('method'),
        event: new ICAL.Event(calendar.getFirstSubcomponent('vevent')!),
      };
    });

/** The words that a reader of the HTML sees. */
const wordsOf = (html = '') =>
  html
    .replace(/<style[\s\S]*?<\/style>|<title>[\s\S]*?<\/title>|<wbr>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#34;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

eachDatabase('letters by mail', (database) => {
  const clock = clockAt('2026-11-20T10:00:00Z');
  let peer: MailPeer;
  before(async () => {
    peer = await startMailPeer();
  });
  after(() => peer.close());
  beforeEach(async () => {
    clock.set('2026-11-20T10:00:00Z');
    peer.mails.length = 0;
    await clearPost(database.db);
  });

  type Told = Parameters<typeof tell>[2];
  /** What a booking and an event bring into the post boxes of the customer and of the providers. */
  const post = async (wish: BookingWish, ...events: ((bookingId: number) => Told)[]) => {
    const booking = await aBooking(database.db, wish);
    const room = aPostRoom(database.db, clock, smtpTransport(peer.url));
    await tell(database.db, clock, ...events.map((event) => event(booking.id)));
    await room.relayOnce();
    await room.stop();
    expect(room.errors).to.deep.equal([]);
    const to = (address: string): ReceivedMail[] => peer.mails.filter((mail) => mail.to.includes(address));
    return { booking, customer: to('ben@example.com'), provider: to('ada@example.com') };
  };
  const created = (bookingId: number): Told => ({ event: 'booking.created', payload: { bookingId } });
  const approved = (bookingId: number): Told => ({ event: 'booking.approved', payload: { bookingId } });
  const rejected = (bookingId: number): Told => ({
    event: 'booking.rejected',
    payload: { bookingId, reason: 'Ada is away' },
  });
  const cancelled =
    (by: 'customer' | 'business', reason = '') =>
    (bookingId: number): Told => ({ event: 'booking.cancelled', payload: { bookingId, by, reason } });

  it('confirm a booking to the customer, with everything to know (A116)', async () => {
    const { booking, customer } = await post({}, created);
    expect(customer).to.have.length(1);
    const { email, from, to } = customer[0]!;
    expect([from, to]).to.deep.equal(['hello@aurora.example', ['ben@example.com']]);
    expect(email.subject).to.equal('Your appointment on Tuesday 24 November at 14:30');
    expect(email.from).to.deep.include({ name: 'Salon Aurora', address: 'hello@aurora.example' });
    expect(email.to).to.deep.equal([{ name: 'Ben Miller', address: 'ben@example.com' }]);
    for (const words of [email.text!, wordsOf(email.html)]) {
      expect(words).to.include('Hello Ben, your appointment is confirmed.');
      expect(words).to.include('Tuesday, 24 November 2026').and.include('14:30–15:15');
      expect(words).to.include('Western European Standard Time').and.include('Rua Augusta 12');
      expect(words).to.include('Haircut').and.include('Ada').and.include('€45.00').and.include(booking.reference);
      expect(words).to.include('You can cancel online until Monday 23 November at 14:30.');
      expect(words).not.to.include('Your local time');
    }
    expect(email.text).to.include(manageUrl(booking.id, booking.reference));
    expect(email.html).to.include(`href="${manageUrl(booking.id, booking.reference)}"`);
  });

  it('carry an invitation that a calendar reads, as an alternative and as a file', async () => {
    const { booking, customer } = await post({}, created);
    expect(customer[0]!.raw).to.match(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    expect(customer[0]!.raw).to.match(/Content-Type: application\/ics; name=appointment\.ics/);
    const [{ method, event }] = calendarsOf(customer[0]!.email) as [ReturnType<typeof calendarsOf>[0]];
    expect(method).to.equal('REQUEST');
    expect(event.uid).to.equal(`item-${booking.itemIds[0]}@book.aurora.example`);
    expect(event.sequence).to.equal(0);
    expect(event.startDate.toJSDate().toISOString()).to.equal('2026-11-24T14:30:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).to.equal('2026-11-24T15:15:00.000Z');
    expect(event.description).to.include(manageUrl(booking.id, booking.reference));
  });

  it('tell each provider of a visit what is theirs, with how to reach the customer', async () => {
    const items = [{}, { service: 'Colour', provider: 'Mara', providerEmail: 'mara@example.com', after: 45 }];
    const { booking, customer, provider } = await post(
      { items, phone: '+351 912 345 678', note: 'Long hair' },
      created,
    );
    const mara = peer.mails.find((mail) => mail.to.includes('mara@example.com'))!;
    expect(peer.mails).to.have.length(3);
    expect(provider[0]!.email.subject).to.equal('New booking: Ben Miller on Tuesday 24 November at 14:30');
    expect(mara.email.subject).to.equal('New booking: Ben Miller on Tuesday 24 November at 15:15');
    expect(mara.email.text).to.include('Colour').and.not.to.include('Haircut');
    expect(mara.email.text).to.include('+351 912 345 678').and.include('ben@example.com').and.include('Long hair');
    expect(mara.email.text).not.to.include('/manage/');
    expect(customer[0]!.email.text).to.include('14:30 Haircut, with Ada').and.include('15:15 Colour, with Mara');
    expect(customer[0]!.email.text).to.include('€90.00');
    expect(calendarsOf(customer[0]!.email).map(({ event }) => event.uid)).to.deep.equal(
      booking.itemIds.map((id) => `item-${id}@book.aurora.example`),
    );
  });

  const nights: [title: string, start: string, here: string, there: string][] = [
    ['before the clocks change', '2026-10-24T15:00:00Z', '16:00–16:45', '11:00–11:45'],
    ['when Europe has changed and America has not', '2026-10-26T15:00:00Z', '15:00–15:45', '11:00–11:45'],
    ['when both have changed', '2026-11-02T15:00:00Z', '15:00–15:45', '10:00–10:45'],
  ];
  for (const [title, start, here, there] of nights) {
    it(`say the time here and at the customer's ${title}`, async () => {
      const { customer } = await post({ start, customerZone: 'America/New_York' }, created);
      for (const words of [customer[0]!.email.text!, wordsOf(customer[0]!.email.html)]) {
        expect(words).to.include(here);
        expect(words).to.include(`Your local time: ${there} (Eastern`);
      }
      const [{ event }] = calendarsOf(customer[0]!.email) as [ReturnType<typeof calendarsOf>[0]];
      expect(event.startDate.toJSDate().toISOString()).to.equal(start.replace('Z', '.000Z'));
    });
  }

  it('say the date too where it is another day at the customer’s', async () => {
    const { customer } = await post({ customerZone: 'Pacific/Auckland' }, created);
    expect(customer[0]!.email.text).to.include(
      'Your local time: Wednesday, 25 November 2026, 03:30–04:15 (New Zealand',
    );
  });

  it('say that a request waits, without a calendar entry, and bring one with the approval', async () => {
    const { booking, customer, provider } = await post({ items: [{ status: 'pending' }] }, created);
    expect(customer[0]!.email.subject).to.equal('Your request for Tuesday 24 November at 14:30');
    expect(customer[0]!.email.text).to.include('Waiting for approval').and.include('/manage/');
    expect(calendarsOf(customer[0]!.email)).to.deep.equal([]);
    expect(provider[0]!.email.subject).to.equal('New request: Ben Miller on Tuesday 24 November at 14:30');

    await decide(booking.itemIds[0]!, 'approved', 'confirmed');
    await tellNow(approved(booking.id));
    const approval = peer.mails.at(-1)!;
    expect(approval.email.subject).to.equal('Confirmed: your appointment on Tuesday 24 November at 14:30');
    expect(calendarsOf(approval.email).map(({ method }) => method)).to.deep.equal(['REQUEST']);
  });

  it('say that a request was declined, and why', async () => {
    const { customer } = await post({ items: [{ status: 'rejected' }] }, rejected);
    expect(customer[0]!.email.subject).to.equal('Your request for Tuesday 24 November at 14:30 was declined');
    expect(customer[0]!.email.text).to.include('Ada is away').and.include('https://book.aurora.example/');
    expect(customer[0]!.email.text).not.to.include('/manage/');
    expect(calendarsOf(customer[0]!.email)).to.deep.equal([]);
  });

  it('tell both of a cancellation, and take the entry out by the same UID and a higher SEQUENCE (A106, A119)', async () => {
    const { booking, customer } = await post({}, created);
    await decide(booking.itemIds[0]!, 'cancelled', 'cancelled');
    await tellNow(cancelled('customer', 'A meeting came up')(booking.id));
    const [first, last] = [customer[0]!, peer.mails.filter((mail) => mail.to.includes('ben@example.com')).at(-1)!];
    const provider = peer.mails.filter((mail) => mail.to.includes('ada@example.com')).at(-1)!;
    expect(last.email.subject).to.equal('Cancelled: your appointment on Tuesday 24 November at 14:30');
    expect(last.email.text).to.include('you have cancelled');
    expect(provider.email.subject).to.equal('Cancelled: Ben Miller on Tuesday 24 November at 14:30');
    expect(provider.email.text).to.include('A meeting came up');
    const [before, after] = [calendarsOf(first.email)[0]!, calendarsOf(last.email)[0]!];
    expect(after.method).to.equal('CANCEL');
    expect(after.event.uid).to.equal(before.event.uid);
    expect(after.event.sequence).to.be.greaterThan(before.event.sequence);
  });

  it('still tell what happened, in order, when the relay comes late', async () => {
    const { customer } = await post({ items: [{ status: 'cancelled' }] }, created, cancelled('business', 'Ada is ill'));
    expect(customer.map(({ email }) => email.subject)).to.deep.equal([
      'Your appointment on Tuesday 24 November at 14:30',
      'Cancelled: your appointment on Tuesday 24 November at 14:30',
    ]);
    expect(customer.map(({ email }) => calendarsOf(email)[0]?.method)).to.deep.equal(['REQUEST', 'CANCEL']);
    expect(customer[1]!.email.text).to.include('Ada is ill');
  });

  it('speak German to those who booked in German, and the business’s language to its providers', async () => {
    const { customer, provider } = await post({ language: 'de-DE', customerZone: 'Europe/Berlin' }, created);
    expect(customer[0]!.email.subject).to.equal('Ihr Termin am Dienstag, 24. November um 14:30 Uhr');
    expect(wordsOf(customer[0]!.email.html)).to.include('Guten Tag Ben').and.include('Westeuropäische Normalzeit');
    expect(customer[0]!.email.text)
      .to.include('Ihre Ortszeit: 15:30–16:15 Uhr')
      .and.match(/45,00\s€/);
    expect(customer[0]!.email.html).to.include('<html lang="de"');
    expect(provider[0]!.email.subject).to.match(/^New booking/);
  });

  it('fall back to the language of the business', async () => {
    const booking = await aBooking(database.db, { language: 'fr' });
    const room = aPostRoom(database.db, clock, smtpTransport(peer.url), { site: { ...salon, language: 'de' } });
    await tell(database.db, clock, created(booking.id));
    await room.relayOnce();
    await room.stop();
    expect(peer.mails.map(({ email }) => email.subject?.split(' ')[0])).to.have.members(['Ihr', 'Neue']);
  });

  it('say so when it is too late to cancel online', async () => {
    clock.set('2026-11-24T10:00:00Z');
    const { customer } = await post({}, created);
    expect(customer[0]!.email.text).to.include('It is too late to cancel this online').and.include('+351 210 000 000');
  });

  it('write to nobody who left no address', async () => {
    await post({ email: null, items: [{ providerEmail: null }] }, created);
    expect(peer.mails).to.deep.equal([]);
    expect(await database.db('outbox').where({ relayed_at: 0 })).to.deep.equal([]);
  });

  it('print what a customer typed literally, whatever it is (S39, S49, S103)', async () => {
    const name = `<img src=x onerror=alert(1)>{{7*7}}\${7*7}<%= 7*7 %>{name}%customer_email%`;
    const { customer, provider } = await post(
      { firstName: name, lastName: 'Win at https://evil.example/', note: '<script>alert(1)</script>\n{% raw %}' },
      created,
    );
    for (const { email } of [...customer, ...provider]) {
      expect(email.text).to.include(name);
      expect(wordsOf(email.html)).to.include(name);
      expect(email.html).not.to.match(/<img|<script/);
      expect(email.html?.replace(/<title>.*<\/title>/, '')).not.to.include('evil.example');
    }
    expect(provider[0]!.email.text).to.include('<script>alert(1)</script>').and.include('{% raw %}');
  });

  it('let no line end in a name become a header or a recipient (S103)', async () => {
    const { customer, provider } = await post(
      { firstName: 'Ben\r\nBcc: mallory@evil.example\r\n\r\nHello', lastName: 'X\nSubject: Free\u2028money' },
      created,
    );
    expect(peer.mails.flatMap(({ to }) => to)).to.have.members(['ben@example.com', 'ada@example.com']);
    for (const { email, raw } of [...customer, ...provider]) {
      expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.to.match(/^(?:Bcc|X-)[^\r\n]*mallory/im);
      expect(email.headers.filter(({ key }) => key === 'subject')).to.have.length(1);
      expect(email.bcc ?? []).to.deep.equal([]);
    }
    expect(customer[0]!.email.to?.[0]?.name).to.include('Bcc: mallory@evil.example');
  });

  it('keep no manage token in the database (S66)', async () => {
    const { booking } = await post({}, created);
    const kept = JSON.stringify(await database.db('messages'));
    expect(kept).not.to.include(`token-of-${booking.id}`).and.not.to.include(booking.token);
  });

  async function decide(itemId: number, decision: string, status: string): Promise<void> {
    const { db } = database;
    await db('booking_items').where({ id: itemId }).update({ status });
    await db('decisions').insert({
      ...{ booking_item_id: itemId, decision, actor: 'account:1', reason: '', decided_at: clock.now() },
    });
  }

  async function tellNow(event: Told): Promise<void> {
    const room = aPostRoom(database.db, clock, smtpTransport(peer.url));
    await tell(database.db, clock, event);
    await room.relayOnce();
    await room.stop();
  }
});
