import { expect } from 'chai';
import fc from 'fast-check';
import {
  canonicalTimeZone,
  DAY,
  formatDay,
  formatInstant,
  HOUR,
  instantOfWallTime,
  localDay,
  MINUTE,
  offsetAt,
  parseDay,
  weekdayOf,
} from '../../server/lib/time-zone.js';

const at = (zone: string, day: string, wall: string): string => {
  const [hour, minute] = wall.split(':').map(Number) as [number, number];
  return formatInstant(instantOfWallTime(zone, parseDay(day)!, hour * 60 + minute));
};

/** What a clock on the wall shows, by Intl, as if it were UTC: an oracle that shares no code with ours. */
const formats = new Map<string, Intl.DateTimeFormat>();
function wallByIntl(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (!format) {
    const options = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    } as const;
    format = new Intl.DateTimeFormat('en-CA-u-ca-iso8601', { ...options, timeZone: zone, hourCycle: 'h23' });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return Date.parse(
    `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`,
  );
}

/** Clock changes of every kind: at midnight, of half an hour, of two hours, a day left out, the negative summer time of Ireland. */
const zones = [
  'UTC',
  'Europe/Lisbon',
  'Europe/Dublin',
  'America/New_York',
  'America/Havana',
  'America/Asuncion',
  'America/Nuuk',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Pacific/Chatham',
];
const anyZone = fc.constantFrom(...zones);
const anyDay = fc.integer({ min: parseDay('2012-01-01')!, max: parseDay('2037-12-31')! });

describe('a wall-clock time in a zone (T1)', () => {
  const cases: [title: string, zone: string, day: string, wall: string, instant: string][] = [
    ['is the instant that shows it', 'Europe/Lisbon', '2026-06-01', '09:00', '2026-06-01T08:00:00Z'],
    ['is the transition when it falls into a gap', 'Europe/Lisbon', '2026-03-29', '01:30', '2026-03-29T01:00:00Z'],
    ['is the earlier of two in a fold', 'Europe/Lisbon', '2026-10-25', '01:30', '2026-10-25T00:30:00Z'],
    [
      'is the transition when midnight itself is left out',
      'Africa/Cairo',
      '2026-04-24',
      '00:00',
      '2026-04-23T22:00:00Z',
    ],
    [
      'is the transition in a gap of half an hour',
      'Australia/Lord_Howe',
      '2026-10-04',
      '02:15',
      '2026-10-03T15:30:00Z',
    ],
    [
      'is the next morning when the whole day is left out',
      'Pacific/Apia',
      '2011-12-30',
      '12:00',
      '2011-12-30T10:00:00Z',
    ],
    ['reaches 24:00, the start of the day after', 'Europe/Lisbon', '2026-03-28', '24:00', '2026-03-29T00:00:00Z'],
    ['reaches past midnight', 'America/New_York', '2026-03-07', '26:30', '2026-03-08T07:00:00Z'],
  ];
  for (const [title, zone, day, wall, instant] of cases) {
    it(`${title}: ${wall} on ${day} in ${zone}`, () => expect(at(zone, day, wall)).to.equal(instant));
  }

  it('is the first instant at which the clock shows it or later, in any zone on any day', () => {
    fc.assert(
      fc.property(anyZone, anyDay, fc.integer({ min: 0, max: 95 }), (zone, day, quarter) => {
        const wanted = day * DAY + quarter * 15 * MINUTE;
        // No clock is more than 14 hours ahead, so the search begins before it.
        let first = wanted - 15 * HOUR;
        while (wallByIntl(zone, first) < wanted) first += 15 * MINUTE;
        expect(formatInstant(instantOfWallTime(zone, day, quarter * 15))).to.equal(formatInstant(first));
      }),
      { numRuns: 150 },
    );
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(
        anyZone,
        anyDay,
        fc.array(fc.integer({ min: 0, max: 2880 }), { minLength: 2 }),
        (zone, day, minutes) => {
          const instants = minutes
            .sort((left, right) => left - right)
            .map((minute) => instantOfWallTime(zone, day, minute));
          expect(instants).to.deep.equal([...instants].sort((left, right) => left - right));
        },
      ),
    );
  });
});

describe('the local date of an instant', () => {
  it('is the one that the clock shows, in any zone at any time', () => {
    fc.assert(
      fc.property(anyZone, anyDay, fc.integer({ min: 0, max: 1439 }), (zone, day, minute) => {
        const instant = day * DAY + minute * MINUTE;
        expect(localDay(zone, instant)).to.equal(Math.floor(wallByIntl(zone, instant) / DAY));
      }),
      { numRuns: 500 },
    );
  });

  it('knows what a zone is ahead of UTC', () => {
    expect(offsetAt('Asia/Kathmandu', 0)).to.equal(5.5 * HOUR);
    expect(offsetAt('America/New_York', Date.parse('2026-07-01T00:00:00Z'))).to.equal(-4 * HOUR);
  });
});

describe('a date', () => {
  it('is read when the calendar has it, and in one spelling only', () => {
    expect(parseDay('2028-02-29')).to.equal(Date.UTC(2028, 1, 29) / DAY);
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '20260101',
      '2026-01-01T00:00',
      '+2026-01-01',
      '',
    ]) {
      expect(parseDay(text), text).to.equal(null);
    }
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatDay(day))).to.equal(day);
      }),
    );
  });

  it('has an ISO weekday, before 1970 too', () => {
    expect([parseDay('2026-06-01')!, parseDay('2026-06-07')!, parseDay('1969-12-29')!].map(weekdayOf)).to.deep.equal([
      1, 7, 1,
    ]);
  });
});

describe('the name of a time zone', () => {
  it('is spelt as the zone database spells it', () => {
    expect(canonicalTimeZone('Europe/Lisbon')).to.equal('Europe/Lisbon');
    expect(canonicalTimeZone('europe/lisbon')).to.equal('Europe/Lisbon');
    expect(canonicalTimeZone('UTC')).to.equal('UTC');
  });

  it('is refused when there is no such zone (S65)', () => {
    for (const name of ['Mars/Phobos', '+02:00', 'GMT+25', '../../etc/passwd', "Europe/Lisbon'", '', 'x'.repeat(65)]) {
      expect(canonicalTimeZone(name), name).to.equal(null);
    }
  });
});
