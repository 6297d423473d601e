import { formatInstant } from '../../lib/time-zone.js';
import type { Trail, Who } from './trail-rules.js';
import { trailOf, whoOf } from './trail-rules.js';

/*
 * What happened, told in one list: rows of the trail and mails, each as an entry. Pure.
 */

export interface AuditRow {
  id: number;
  at: number;
  actor: string;
  action: string;
  subject: string;
  values: string;
}

export interface MailRow {
  id: number;
  booking_id: number | null;
  template: string;
  subject: string;
  recipient: string;
  state: string;
  at: number;
}

export interface StoryEntry extends Trail {
  key: string;
  at: string;
  who: Who;
  action: string;
  /** Reference of the booking that it is about, where it is about one of `references`. */
  booking: string | null;
}

/** The newest first. `references`: of bookings, by their ids; `names`: of accounts, by theirs. */
export function storyOf(
  trail: readonly AuditRow[],
  mails: readonly MailRow[],
  references: ReadonlyMap<number, string>,
): { at: number; entryOf(names: ReadonlyMap<number, string>): StoryEntry }[] {
  return [
    ...trail.map((row) => ({
      at: row.at,
      entryOf: (names: ReadonlyMap<number, string>) => ofTrail(row, names, references),
    })),
    ...mails.map((row) => ({ at: row.at, entryOf: () => ofMail(row, references) })),
  ].sort((left, right) => right.at - left.at);
}

function ofTrail(
  { id, at, actor, action, subject, values }: AuditRow,
  names: ReadonlyMap<number, string>,
  references: ReadonlyMap<number, string>,
): StoryEntry {
  const [, bookingId] = /^booking:(\d+)$/.exec(subject) ?? [];
  return {
    key: `audit:${id}`,
    at: formatInstant(at),
    who: whoOf(actor, names),
    action,
    ...trailOf(values),
    booking: bookingId === undefined ? null : (references.get(Number(bookingId)) ?? null),
  };
}

const ofMail = (
  { id, at, booking_id, template, subject, recipient, state }: MailRow,
  references: ReadonlyMap<number, string>,
): StoryEntry => ({
  key: `mail:${id}`,
  at: formatInstant(at),
  who: { kind: 'system', name: null },
  action: `mail.${state}`,
  facts: { message: id, template, subject, recipient },
  changes: [],
  booking: booking_id === null ? null : (references.get(booking_id) ?? null),
});
