import type { ItemStatus } from '../lib/statuses.js';
import { calendarInstant, calendarLines, calendarParameter, calendarText } from './calendar-text.js';

/*
 * The calendar file of a booking (RFC 5545, RFC 5546). Times are written in UTC, which every calendar shows in its owner's zone
 * and which no change of a zone's rules can misread.
 */

/** One booking item as calendars know it. Instants are epoch milliseconds in UTC. */
export interface CalendarEvent {
  itemId: number;
  /** The revision of the appointment's time; a calendar keeps the highest it has seen. */
  sequence: number;
  startsAt: number;
  endsAt: number;
  status: ItemStatus;
  summary: string;
  location: string;
  description: string;
}

export interface CalendarFile {
  /** REQUEST puts the events in the attendee's calendar, CANCEL takes them out, PUBLISH is a file to download. */
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** The host of the public address, which makes the UIDs of this Bookpane its own. */
  host: string;
  now: number;
  organizer: { name: string; address: string };
  /** The customer; a published file has none (RFC 5546, section 3.2.1). */
  attendee?: { name: string; address: string };
  events: readonly CalendarEvent[];
}

const statuses = {
  pending: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  completed: 'CONFIRMED',
  no_show: 'CONFIRMED',
  cancelled: 'CANCELLED',
  rejected: 'CANCELLED',
} as const;

/** `item-12@book.example.com`: the same for as long as the booking item lives, whatever happens to its time. */
export const calendarUid = (itemId: number, host: string): string => `item-${itemId}@${host}`;

/** A calendar object with one VEVENT for each event. */
export function calendarFile(file: CalendarFile): string {
  return calendarLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bookpane//Bookpane//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${file.method}`,
    ...file.events.flatMap((event) => eventLines(file, event)),
    'END:VCALENDAR',
  ]);
}

/**
 * A stream of one calendar object per event. REQUEST and CANCEL may hold events of one UID only (RFC 5546, sections 3.2.2 and
 * 3.2.5), and mail programs act on the first they find.
 */
export const calendarStream = (file: CalendarFile): string =>
  file.events.map((event) => calendarFile({ ...file, events: [event] })).join('');

/** The calendar objects of a stream, in order. */
export const calendarObjects = (stream: string): string[] => stream.split(/(?<=END:VCALENDAR\r\n)/).filter(Boolean);

function eventLines(file: CalendarFile, event: CalendarEvent): string[] {
  const cancelled = file.method === 'CANCEL' || statuses[event.status] === 'CANCELLED';
  // A place in a group appointment can be cancelled while the appointment stays as it is: the event still is one revision on.
  const sequence = event.sequence + (cancelled ? 1 : 0);
  const { organizer, attendee } = file;
  return [
    'BEGIN:VEVENT',
    `UID:${calendarUid(event.itemId, file.host)}`,
    `DTSTAMP:${calendarInstant(file.now)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${calendarInstant(event.startsAt)}`,
    `DTEND:${calendarInstant(event.endsAt)}`,
    `SUMMARY:${calendarText(event.summary)}`,
    ...(event.location ? [`LOCATION:${calendarText(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${calendarText(event.description)}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : statuses[event.status]}`,
    `TRANSP:${cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    `ORGANIZER;CN=${calendarParameter(organizer.name)}:mailto:${organizer.address}`,
    ...(attendee && file.method !== 'PUBLISH'
      ? [
          `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=${calendarParameter(attendee.name)}:mailto:${attendee.address}`,
        ]
      : []),
    'END:VEVENT',
  ];
}
