import { manageMark } from '../manage-link.js';
import type { Letter } from './letter.js';
import { oneLine, textLines } from './letter.js';
import type { LetterSource } from './parts.js';
import {
  cancelNotice,
  customerMoment,
  formerMoment,
  placeFact,
  priceFacts,
  reasonFacts,
  referenceFact,
  serviceFacts,
  visitMoment,
} from './parts.js';

export type CustomerOccasion =
  | { template: 'confirmation' | 'request' | 'approval' }
  | { template: 'rejection'; reason: string }
  | { template: 'cancellation'; by: 'customer' | 'business'; reason: string }
  /** `from`: when it was before, in epoch milliseconds. */
  | { template: 'rescheduling'; from: number };

const status = {
  confirmation: { kind: 'good', word: 'status.confirmed' },
  request: { kind: 'waiting', word: 'status.pending' },
  approval: { kind: 'good', word: 'status.confirmed' },
  rejection: { kind: 'off', word: 'status.rejected' },
  cancellation: { kind: 'off', word: 'status.cancelled' },
  rescheduling: { kind: 'good', word: 'status.moved' },
} as const;

/** What the customer is told. `bookingPage` is where another time can be chosen; `now` decides what can still be cancelled. */
export function customerLetter(
  source: LetterSource,
  occasion: CustomerOccasion,
  bookingPage: string,
  now: number,
): Letter {
  const { booking, items, speech } = source;
  const { say } = speech;
  const business = oneLine(source.business);
  const moment = visitMoment(source);
  const { kind, word } = status[occasion.template];
  const values = { name: oneLine(booking.firstName), business, ...formerMoment(source, occasion) };
  const stands = kind !== 'off';
  return {
    language: speech.language,
    business,
    subject: say(`${occasion.template}.subject`, { date: moment.day, time: moment.start }),
    status: { kind, word: say(word) },
    moment,
    ownMoment: customerMoment(source),
    intro: say(
      occasion.template === 'cancellation' ? `cancellation.${occasion.by}.intro` : `${occasion.template}.intro`,
      values,
    ),
    facts: [
      // What the customer wrote when cancelling need not be told to the customer.
      ...('reason' in occasion && !('by' in occasion && occasion.by === 'customer')
        ? reasonFacts(source, occasion.reason)
        : []),
      ...serviceFacts(source, true),
      placeFact(source),
      ...(stands ? priceFacts(source) : []),
      referenceFact(source),
    ],
    button: stands
      ? { label: say('button.manage'), url: manageMark }
      : { label: say('button.again'), url: bookingPage },
    notes: stands ? [cancelNotice(source, now)] : [],
    footer: [
      [business, ...textLines(items[0].address), oneLine(items[0].locationPhone ?? '').replaceAll(' ', '\u00a0')]
        .filter(Boolean)
        .join(' · '),
      say('footer.why', { business }),
    ],
  };
}
