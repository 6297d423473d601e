import type { OutboxEvent } from '../outbox/announce.js';
import { bookingCalendar } from './booking-calendar.js';
import type { BookingFacts, ItemFacts } from './booking-facts.js';
import { beganAsRequest } from './booking-facts.js';
import type { CalendarFile } from './calendar-file.js';
import { calendarStream } from './calendar-file.js';
import type { CustomerOccasion } from './letters/customer.js';
import { customerLetter } from './letters/customer.js';
import { htmlLetter } from './letters/html-letter.js';
import type { Letter } from './letters/letter.js';
import { oneLine } from './letters/letter.js';
import { fullName } from './letters/parts.js';
import { plainLetter } from './letters/plain-letter.js';
import type { ProviderOccasion } from './letters/provider.js';
import { providerLetter } from './letters/provider.js';
import { manageMark } from './manage-link.js';
import { speechFor } from './words/words.js';

/** What letters need to know of the business. */
export interface LetterSite {
  name: string;
  /** The language of the business. */
  language: string;
  /** `#rrggbb`; a calm green where absent. */
  accent?: string | null;
}

export interface MailSettings {
  site: LetterSite;
  publicUrl: string;
  mailFrom: string;
  now: number;
}

/** A mail as the relay keeps it. */
export interface NewMail {
  audience: 'customer' | 'provider' | 'staff';
  template: string;
  recipient: string;
  recipientName: string;
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
  calendarMethod: string | null;
  /** Of mail to a customer that is about no booking. */
  customerId?: number;
}

/** Who had an appointment before it was given to somebody else. */
export interface Former {
  name: string;
  email: string | null;
}

type Items = [ItemFacts, ...ItemFacts[]];

/**
 * The mails that an event calls for. Each tells what happened then, even when the relay comes late and more has happened since:
 * what came after has an event of its own, and its mail follows.
 */
export function mailForEvent(
  event: OutboxEvent,
  booking: BookingFacts,
  settings: MailSettings,
  former: Former | null = null,
): NewMail[] {
  const mails = allMailForEvent(event, booking, settings, former);
  // Staff may decide that the customer need not hear of it; whoever's working day it is always does.
  const silent = 'silent' in event.payload && event.payload.silent === true;
  return silent ? mails.filter((mail) => mail.audience !== 'customer') : mails;
}

function allMailForEvent(
  event: OutboxEvent,
  booking: BookingFacts,
  settings: MailSettings,
  former: Former | null,
): NewMail[] {
  const asRequest = beganAsRequest(booking);
  switch (event.event) {
    case 'booking.restored': {
      const waits = booking.items.some((item) => item.status === 'pending');
      return [
        ...toCustomer(booking, { template: waits ? 'request' : 'confirmation' }, settings),
        ...toProviders(booking, { template: waits ? 'new-request' : 'new-booking' }, settings),
      ];
    }
    case 'booking.rescheduled':
      return rescheduled(event.payload, booking, settings, former);
    case 'booking.created':
      return [
        ...toCustomer(booking, { template: asRequest ? 'request' : 'confirmation' }, settings),
        ...toProviders(booking, { template: asRequest ? 'new-request' : 'new-booking' }, settings),
      ];
    case 'booking.approved':
      return toCustomer(booking, { template: 'approval' }, settings);
    case 'booking.rejected':
      return toCustomer(booking, { template: 'rejection', reason: event.payload.reason }, settings);
    case 'booking.cancelled': {
      const { by, reason } = event.payload;
      return [
        ...toCustomer(booking, { template: 'cancellation', by, reason }, settings),
        ...toProviders(booking, { template: 'provider-cancellation', by, reason }, settings),
      ];
    }
    default:
      // Announced by a newer version: one that knows it will tell it.
      throw new Error(`There is no letter for the event ${(event as { event: string }).event}.`);
  }
}

/** The part that moved, to the customer and to whoever has it now; and to whoever had it, if that is somebody else. */
function rescheduled(
  { itemId, from }: Extract<OutboxEvent, { event: 'booking.rescheduled' }>['payload'],
  whole: BookingFacts,
  settings: MailSettings,
  former: Former | null,
): NewMail[] {
  const item = whole.items.find(({ id }) => id === itemId);
  if (!item) return [];
  const booking: BookingFacts = { ...whole, items: [item] };
  const moved = { from: from.startsAt };
  const released = former?.email
    ? toProviders(
        { ...booking, items: [{ ...item, providerEmail: former.email }] },
        { template: 'provider-release', ...moved },
        settings,
      ).map((mail) => ({ ...mail, recipientName: oneLine(former.name) }))
    : [];
  return [
    ...toCustomer(booking, { template: 'rescheduling', ...moved }, settings),
    ...toProviders(booking, { template: 'provider-rescheduling', ...moved }, settings),
    ...released,
  ];
}

function toCustomer(booking: BookingFacts, occasion: CustomerOccasion, settings: MailSettings): NewMail[] {
  if (!booking.email) return [];
  const { site, publicUrl, now } = settings;
  const speech = speechFor(booking.language, site.language);
  const source = { booking, items: booking.items, business: site.name, speech };
  const letter = customerLetter(source, occasion, `${publicUrl}/`, now);
  const calendar = customerCalendar(booking, occasion.template, settings);
  return [
    {
      audience: 'customer',
      template: occasion.template,
      recipient: booking.email,
      recipientName: fullName(booking),
      ...bodies(letter, site),
      calendar: calendar && calendarStream(calendar),
      calendarMethod: calendar?.method ?? null,
    },
  ];
}

/** Each provider of the visit is told of what is theirs alone; two who share an address get one mail. */
function toProviders(booking: BookingFacts, occasion: ProviderOccasion, settings: MailSettings): NewMail[] {
  const { site, publicUrl } = settings;
  const speech = speechFor(site.language);
  const byAddress = new Map<string, Items>();
  for (const item of booking.items) {
    if (!item.providerEmail) continue;
    const theirs = byAddress.get(item.providerEmail);
    if (theirs) theirs.push(item);
    else byAddress.set(item.providerEmail, [item]);
  }
  return [...byAddress].map(([recipient, items]) => ({
    audience: 'provider' as const,
    template: occasion.template,
    recipient,
    recipientName: oneLine(items[0].provider),
    ...bodies(providerLetter({ booking, items, business: site.name, speech }, occasion, `${publicUrl}/admin`), site),
    calendar: null,
    calendarMethod: null,
  }));
}

/** What stands goes into the customer's calendar, and what stood comes out of it; a request was never in it. */
function customerCalendar(
  booking: BookingFacts,
  template: CustomerOccasion['template'],
  { site, publicUrl, mailFrom, now }: MailSettings,
): CalendarFile | null {
  if (template === 'request' || template === 'rejection') return null;
  if (template === 'rescheduling' && booking.items[0].status === 'pending') return null;
  const method = template === 'cancellation' ? 'CANCEL' : 'REQUEST';
  const items = booking.items
    .filter((item) => method === 'REQUEST' || item.wasDecided || !item.needsApproval)
    .map((item): ItemFacts => ({ ...item, status: method === 'REQUEST' ? 'confirmed' : 'cancelled' }));
  if (items.length === 0) return null;
  return bookingCalendar({
    booking,
    items,
    method,
    business: site.name,
    mailFrom,
    host: new URL(publicUrl).hostname,
    now,
    speech: speechFor(booking.language, site.language),
    manageLink: manageMark,
  });
}

const longestSubject = 300;

const bodies = (letter: Letter, site: LetterSite) => ({
  subject: oneLine(letter.subject).slice(0, longestSubject),
  text: plainLetter(letter),
  html: htmlLetter(letter, site.accent),
});
