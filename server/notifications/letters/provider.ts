import type { Fact, Letter } from './letter.js';
import { oneLine, textLines } from './letter.js';
import type { LetterSource } from './parts.js';
import {
  formerMoment,
  fullName,
  placeFact,
  priceFacts,
  reasonFacts,
  referenceFact,
  serviceFacts,
  visitMoment,
} from './parts.js';

export type ProviderOccasion =
  | { template: 'new-booking' | 'new-request' }
  | { template: 'provider-cancellation'; by: 'customer' | 'business'; reason: string }
  /** Moved, or given to somebody else; `from`: when it was before, in epoch milliseconds. */
  | { template: 'provider-rescheduling' | 'provider-release'; from: number };

const status = {
  'new-booking': { kind: 'good', word: 'status.confirmed' },
  'new-request': { kind: 'waiting', word: 'status.pending' },
  'provider-cancellation': { kind: 'off', word: 'status.cancelled' },
  'provider-rescheduling': { kind: 'good', word: 'status.moved' },
  'provider-release': { kind: 'off', word: 'status.moved' },
} as const;

/** What the provider is told, in the language of the business. */
export function providerLetter(source: LetterSource, occasion: ProviderOccasion, adminPage: string): Letter {
  const { speech } = source;
  const { say } = speech;
  const moment = visitMoment(source);
  const { kind, word } = status[occasion.template];
  const values = { customer: fullName(source.booking), ...formerMoment(source, occasion) };
  const intro =
    occasion.template === 'provider-cancellation'
      ? say(`provider-cancellation.${occasion.by}.intro`, values)
      : say(`${occasion.template}.intro`, values);
  return {
    language: speech.language,
    business: oneLine(source.business),
    subject: say(`${occasion.template}.subject`, { ...values, date: moment.day, time: moment.start }),
    status: { kind, word: say(word) },
    moment,
    ownMoment: null,
    intro,
    facts: [
      ...('reason' in occasion ? reasonFacts(source, occasion.reason) : []),
      ...serviceFacts(source, false),
      ...contactFacts(source),
      placeFact(source),
      ...priceFacts(source),
      referenceFact(source),
    ],
    button: { label: say('button.admin'), url: adminPage },
    notes: [],
    footer: [oneLine(source.business)],
  };
}

function contactFacts({ booking, speech: { say } }: LetterSource): Fact[] {
  const { phone, email, note } = booking;
  return [
    { label: say('fact.customer'), lines: [fullName(booking)] },
    ...(phone
      ? [{ label: say('fact.phone'), lines: [oneLine(phone)], href: `tel:${phone.replace(/[^\d+]/g, '')}` }]
      : []),
    ...(email
      ? [{ label: say('fact.email'), lines: [oneLine(email)], href: `mailto:${encodeURIComponent(email)}` }]
      : []),
    ...(note.trim() ? [{ label: say('fact.note'), lines: textLines(note) }] : []),
  ];
}
