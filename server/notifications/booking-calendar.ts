import type { BookingFacts, ItemFacts } from './booking-facts.js';
import type { CalendarFile } from './calendar-file.js';
import { oneLine, textLines } from './letters/letter.js';
import { fullName } from './letters/parts.js';
import type { Speech } from './words/words.js';

interface CalendarSource {
  booking: BookingFacts;
  items: readonly ItemFacts[];
  method: CalendarFile['method'];
  business: string;
  mailFrom: string;
  host: string;
  now: number;
  speech: Speech;
  /** The manage link, or the mark where it will stand; null where there is none to give. */
  manageLink: string | null;
}

/** What a customer's calendar is told of a booking, in the customer's language. */
export function bookingCalendar(source: CalendarSource): CalendarFile {
  const { booking, items, method, business, speech, manageLink } = source;
  const { say } = speech;
  return {
    method,
    host: source.host,
    now: source.now,
    organizer: { name: oneLine(business), address: source.mailFrom },
    attendee: booking.email ? { name: fullName(booking), address: booking.email } : undefined,
    events: items.map((item) => ({
      itemId: item.id,
      sequence: item.sequence,
      startsAt: item.startsAt,
      endsAt: item.endsAt,
      status: item.status,
      summary: say('calendar.summary', { service: oneLine(item.service), business: oneLine(business) }),
      location: [oneLine(item.location), ...textLines(item.address)].join(', '),
      description: [
        say('calendar.with', { provider: oneLine(item.provider) }),
        say('calendar.reference', { reference: booking.reference }),
        ...(manageLink && method !== 'CANCEL' ? [say('calendar.manage', { link: manageLink })] : []),
      ].join('\n'),
    })),
  };
}
