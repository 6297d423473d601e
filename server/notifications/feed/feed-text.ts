import { calendarInstant, calendarLines, calendarText } from '../calendar-text.js';

/** An appointment as its provider's calendar shows it. Instants are epoch milliseconds. */
export interface FeedEvent {
  id: number;
  sequence: number;
  startsAt: number;
  endsAt: number;
  confirmed: boolean;
  summary: string;
  location: string;
}

export interface Feed {
  /** What the calendar is called. */
  name: string;
  /** The host of the public address, which makes the UIDs of this Bookpane its own. */
  host: string;
  now: number;
  events: readonly FeedEvent[];
}

/**
 * A published calendar (RFC 5545, RFC 7986) of what stands: what is cancelled is no longer in it, and is gone with the next fetch.
 * Nothing in it says who may be asked, so no calendar sends mails about it.
 */
export const feedText = ({ name, host, now, events }: Feed): string =>
  calendarLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bookpane//Bookpane//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${calendarText(name)}`,
    // What Apple and Outlook read in place of NAME and REFRESH-INTERVAL.
    `X-WR-CALNAME:${calendarText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((event) => eventLines(event, host, now)),
    'END:VCALENDAR',
  ]);

const eventLines = (event: FeedEvent, host: string, now: number): string[] => [
  'BEGIN:VEVENT',
  `UID:appointment-${event.id}@${host}`,
  `DTSTAMP:${calendarInstant(now)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART:${calendarInstant(event.startsAt)}`,
  `DTEND:${calendarInstant(event.endsAt)}`,
  `SUMMARY:${calendarText(event.summary)}`,
  `LOCATION:${calendarText(event.location)}`,
  `STATUS:${event.confirmed ? 'CONFIRMED' : 'TENTATIVE'}`,
  'TRANSP:OPAQUE',
  'END:VEVENT',
];
