import { expect } from 'chai';
import ICAL from 'ical.js';
import type { CalendarEvent, CalendarFile } from '../../server/notifications/calendar-file.js';
import { calendarFile, calendarObjects, calendarStream } from '../../server/notifications/calendar-file.js';
import { replaceInCalendar } from '../../server/notifications/calendar-text.js';

const anEvent = (fields: Partial<CalendarEvent> = {}): CalendarEvent => ({
  itemId: 12,
  sequence: 3,
  startsAt: Date.parse('2026-11-24T14:30:00Z'),
  endsAt: Date.parse('2026-11-24T15:15:00Z'),
  status: 'confirmed',
  summary: 'Haircut – Salon Aurora',
  location: 'Baixa, Rua Augusta 12',
  description: 'With Ada\nReference K7QD-3MXA',
  ...fields,
});

const aFile = (fields: Partial<CalendarFile> = {}): CalendarFile => ({
  method: 'REQUEST',
  host: 'book.aurora.example',
  now: Date.parse('2026-11-20T10:00:00Z'),
  organizer: { name: 'Salon Aurora', address: 'hello@aurora.example' },
  attendee: { name: 'Ben Miller', address: 'ben@example.com' },
  events: [anEvent()],
  ...fields,
});

/** The file as a library that isn't ours reads it, in strict mode. */
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((vevent) => new ICAL.Event(vevent)) };
};
const value = (event: ICAL.Event, name: string) => event.component.getFirstPropertyValue(name);

describe('the calendar file of a booking', () => {
  it('says what, when and where, in UTC', () => {
    const { calendar, events } = read(calendarFile(aFile()));
    const [event] = events;
    expect(calendar.getFirstPropertyValue('method')).to.equal('REQUEST');
    expect(calendar.getFirstPropertyValue('version')).to.equal('2.0');
    expect(event!.summary).to.equal('Haircut – Salon Aurora');
    expect(event!.location).to.equal('Baixa, Rua Augusta 12');
    expect(event!.description).to.equal('With Ada\nReference K7QD-3MXA');
    expect(event!.startDate.toJSDate().toISOString()).to.equal('2026-11-24T14:30:00.000Z');
    expect(event!.endDate.toJSDate().toISOString()).to.equal('2026-11-24T15:15:00.000Z');
    expect(event!.startDate.zone.tzid).to.equal('UTC');
    expect(value(event!, 'status')).to.equal('CONFIRMED');
    expect(value(event!, 'dtstamp')?.toString()).to.equal('2026-11-20T10:00:00Z');
    expect(value(event!, 'organizer')).to.equal('mailto:hello@aurora.example');
    expect(value(event!, 'attendee')).to.equal('mailto:ben@example.com');
  });

  it('keeps the UID of a booking item over every change of time', () => {
    const before = read(calendarFile(aFile())).events[0]!;
    const moved = anEvent({ startsAt: Date.parse('2026-12-01T09:00:00Z'), sequence: 4 });
    const after = read(calendarFile(aFile({ events: [moved] }))).events[0]!;
    expect(after.uid).to.equal('item-12@book.aurora.example');
    expect(after.uid).to.equal(before.uid);
    expect(after.sequence).to.be.greaterThan(before.sequence);
  });

  it('takes back by the same UID and a higher sequence, even when the appointment itself stays', () => {
    const { calendar, events } = read(
      calendarFile(aFile({ method: 'CANCEL', events: [anEvent({ status: 'cancelled' })] })),
    );
    expect(calendar.getFirstPropertyValue('method')).to.equal('CANCEL');
    expect(events[0]!.uid).to.equal('item-12@book.aurora.example');
    expect(events[0]!.sequence).to.equal(4);
    expect(value(events[0]!, 'status')).to.equal('CANCELLED');
  });

  const statuses = {
    pending: 'TENTATIVE',
    confirmed: 'CONFIRMED',
    cancelled: 'CANCELLED',
    rejected: 'CANCELLED',
  } as const;
  for (const [status, expected] of Object.entries(statuses)) {
    it(`calls ${status} ${expected}`, () => {
      const event = anEvent({ status: status as keyof typeof statuses });
      expect(value(read(calendarFile(aFile({ events: [event] }))).events[0]!, 'status')).to.equal(expected);
    });
  }

  it('has one event for each item of a visit, and no attendee when it is published (RFC 5546, 3.2.1)', () => {
    const { events } = read(
      calendarFile(aFile({ method: 'PUBLISH', events: [anEvent(), anEvent({ itemId: 13, summary: 'Colour' })] })),
    );
    expect(events.map(({ uid }) => uid)).to.deep.equal(['item-12@book.aurora.example', 'item-13@book.aurora.example']);
    expect(value(events[0]!, 'attendee')).to.equal(null);
  });

  it('goes out with one UID to a calendar object (RFC 5546, 3.2.2)', () => {
    const stream = calendarStream(aFile({ events: [anEvent(), anEvent({ itemId: 13 })] }));
    const objects = calendarObjects(stream);
    expect(objects).to.have.length(2);
    expect(objects.join('')).to.equal(stream);
    expect(objects.map((object) => read(object).events.map(({ uid }) => uid))).to.deep.equal([
      ['item-12@book.aurora.example'],
      ['item-13@book.aurora.example'],
    ]);
  });

  it('prints a name that wants to be properties of its own as a name (S50)', () => {
    const name = 'Ben\r\nATTENDEE:mailto:mallory@evil.example\nURL:https://evil.example\u2028X:"quoted"^;,\\';
    const { events } = read(
      calendarFile(
        aFile({
          attendee: { name, address: 'ben@example.com' },
          organizer: { name, address: 'hello@aurora.example' },
          events: [anEvent({ summary: name, location: name, description: name })],
        }),
      ),
    );
    const [event] = events;
    expect(event!.component.getAllProperties('attendee')).to.have.length(1);
    expect(event!.component.getAllProperties('url')).to.have.length(0);
    expect(event!.component.getAllProperties('x')).to.have.length(0);
    expect(value(event!, 'attendee')).to.equal('mailto:ben@example.com');
    expect(event!.summary).to.equal(
      'Ben\nATTENDEE:mailto:mallory@evil.example\nURL:https://evil.example\nX:"quoted"^;,\\',
    );
    expect(event!.component.getFirstProperty('attendee')!.getFirstParameter('cn')).to.equal(
      'Ben ATTENDEE:mailto:mallory@evil.example URL:https://evil.example X:"quoted"^;,\\',
    );
  });

  it('folds a long summary of many-byte signs at 75 octets and never within one (S50)', () => {
    const summary = '💇🏽‍♀️ Färben für ältere Übermütige – 髪を切る '.repeat(12).trim();
    const text = calendarFile(aFile({ events: [anEvent({ summary, description: 'x'.repeat(1000) })] }));
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).to.be.at.most(75);
    expect(text.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
    expect(Buffer.from(text).toString('utf8')).to.equal(text);
    expect(read(text).events[0]!.summary).to.equal(summary);
  });

  it('gets its manage link in whole, wherever the lines were folded', () => {
    for (let padding = 0; padding < 80; padding += 1) {
      const text = calendarFile(aFile({ events: [anEvent({ description: `${'é'.repeat(padding)} <mark> end` })] }));
      const link = `https://book.aurora.example/manage/${'k'.repeat(90)}`;
      const linked = replaceInCalendar(text, '<mark>', link);
      for (const line of linked.split('\r\n')) expect(Buffer.byteLength(line)).to.be.at.most(75);
      expect(read(linked).events[0]!.description).to.equal(`${'é'.repeat(padding)} ${link} end`);
    }
  });
});
