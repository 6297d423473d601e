import { bookedExtras } from '../../bookings/booked-extras.js';
import { MINUTE } from '../../lib/time-zone.js';
import type { BookingFacts, ItemFacts } from '../booking-facts.js';
import type { Speech } from '../words/words.js';
import type { Fact } from './letter.js';
import { oneLine, price, textLines } from './letter.js';
import type { Moment } from './moments.js';
import { momentLine, momentOf, sameClock, timesLine } from './moments.js';

/** What every letter is made from. */
export interface LetterSource {
  booking: BookingFacts;
  /** What of the booking the reader is told of, by time. */
  items: [ItemFacts, ...ItemFacts[]];
  business: string;
  speech: Speech;
}

export const fullName = ({ firstName, lastName }: BookingFacts): string => oneLine(`${firstName} ${lastName}`);

/** The whole visit on the location's clock. */
export const visitMoment = ({ items, speech }: LetterSource): Moment =>
  momentOf(speech.locale, items[0].timeZone, items[0].startsAt, visitEnd(items));

/** When a visit that was moved was before, on the location's clock, and with whom it is now. */
export function formerMoment({ items, speech }: LetterSource, occasion: object): Record<string, string> {
  if (!('from' in occasion)) return {};
  const [{ timeZone, provider }] = items;
  const { day, start } = momentOf(speech.locale, timeZone, occasion.from as number, occasion.from as number);
  return { formerDate: day, formerTime: start, provider: oneLine(provider) };
}

/** The whole visit on the customer's clock, where it shows something else than the location's. */
export function customerMoment({ booking, items, speech }: LetterSource): string | null {
  const [{ timeZone, startsAt }] = items;
  const endsAt = visitEnd(items);
  if (sameClock(timeZone, booking.timeZone, startsAt, endsAt)) return null;
  const own = momentOf(speech.locale, booking.timeZone, startsAt, endsAt);
  const sameDate = own.date === momentOf(speech.locale, timeZone, startsAt, endsAt).date;
  return speech.say('moment.own', { moment: sameDate ? timesLine(own) : momentLine(own) });
}

const visitEnd = (items: readonly ItemFacts[]): number => Math.max(...items.map(({ endsAt }) => endsAt));

/** “+ 2 × Mask” for what was booked with a service. */
const extraLines = ({ extras }: ItemFacts): string[] =>
  bookedExtras(extras).map(({ name, quantity }) => oneLine(`+ ${quantity > 1 ? `${quantity} × ` : ''}${name}`));

/** The service, or one line for each of several with its time (and who performs it, for the customer). */
export function serviceFacts({ items, speech: { say, locale } }: LetterSource, withProvider: boolean): Fact[] {
  const [first] = items;
  if (items.length === 1)
    return [
      { label: say('fact.service'), lines: [oneLine(first.service), ...extraLines(first)] },
      ...(withProvider ? [{ label: say('fact.provider'), lines: [oneLine(first.provider)] }] : []),
    ];
  const lines = items.flatMap((item) => [
    say(withProvider ? 'service.with' : 'service.at', {
      time: momentOf(locale, first.timeZone, item.startsAt, item.endsAt).start,
      service: oneLine(item.service),
      provider: oneLine(item.provider),
    }),
    ...extraLines(item),
  ]);
  return [{ label: say('fact.services'), lines }];
}

export const placeFact = ({ items: [{ location, address }], speech }: LetterSource): Fact => ({
  label: speech.say('fact.location'),
  lines: [oneLine(location), ...textLines(address)],
  quiet: true,
});

export function priceFacts({ booking, items, speech: { say, locale } }: LetterSource): Fact[] {
  const total = items.reduce((sum, item) => sum + item.priceMinor, 0);
  const persons = Math.max(...items.map((item) => item.persons));
  return [
    ...(persons > 1 ? [{ label: say('fact.persons'), lines: [String(persons)] }] : []),
    { label: say('fact.price'), lines: [total === 0 ? say('price.none') : price(locale, total, booking.currency)] },
  ];
}

export const referenceFact = ({ booking, speech }: LetterSource): Fact => ({
  label: speech.say('fact.reference'),
  lines: [booking.reference],
});

export const reasonFacts = ({ speech }: LetterSource, reason: string): Fact[] =>
  reason.trim() === '' ? [] : [{ label: speech.say('fact.reason'), lines: textLines(reason) }];

/** Until when the visit can be cancelled online, or what to do when that is over. */
export function cancelNotice({ items, speech: { say, locale } }: LetterSource, now: number): string {
  const until = Math.min(...items.map((item) => item.startsAt - item.cancelNoticeMinutes * MINUTE));
  const [{ timeZone, locationPhone }] = items;
  if (until > now) {
    const { day, start } = momentOf(locale, timeZone, until, until);
    return say('notice.until', { date: day, time: start });
  }
  return locationPhone ? say('notice.late.phone', { phone: oneLine(locationPhone) }) : say('notice.late');
}
