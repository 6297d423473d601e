import { expect } from 'chai';
import type { Business } from '../../server/availability/business.js';
import type { Bucket } from '../../server/reports/number-rules.js';
import { byDay, byHour, openMinutesOf, sumsOf } from '../../server/reports/number-rules.js';
import { aProvider, at, day } from '../availability/builders.js';

const zone = 'Europe/Lisbon';
const one = (instant: string, status: Bucket['status'], minor = 100, currency = 'EUR'): Bucket => ({
  ...{ at: at(instant), status, places: 1, minor, currency },
});

describe('the numbers of a business', () => {
  const now = at('2026-06-03T12:00:00Z');
  const places = [
    one('2026-06-01T09:00:00Z', 'completed'),
    one('2026-06-01T23:30:00Z', 'confirmed'),
    one('2026-06-02T09:00:00Z', 'no_show'),
    one('2026-06-03T15:00:00Z', 'confirmed'),
    one('2026-06-03T16:00:00Z', 'cancelled'),
    one('2026-06-02T10:00:00Z', 'completed', 500, 'CHF'),
  ];

  it('count what stands, and earn by what was kept', () => {
    expect(sumsOf(places, now)).to.deep.equal({
      ...{ bookings: 5, cancelled: 1, kept: 3, noShows: 1 },
      revenue: [
        { currency: 'EUR', minor: 200 },
        { currency: 'CHF', minor: 500 },
      ],
    });
  });

  it('belong to the day that the local clock shows, and days without any are there', () => {
    const [first, last] = [day('2026-06-01'), day('2026-06-04')];
    expect(byDay(places, { zone, first, last, currency: 'EUR', now })).to.deep.equal([
      { day: '2026-06-01', bookings: 1, minor: 100 },
      // 23:30 UTC is half past midnight in Lisbon's summer.
      { day: '2026-06-02', bookings: 3, minor: 100 },
      { day: '2026-06-03', bookings: 1, minor: 0 },
      { day: '2026-06-04', bookings: 0, minor: 0 },
    ]);
  });

  it('say when people come, by weekday and hour', () => {
    expect(byHour(places.slice(0, 3), zone)).to.deep.equal([
      { weekday: 1, hour: 10, appointments: 1 },
      { weekday: 2, hour: 0, appointments: 1 },
      { weekday: 2, hour: 10, appointments: 1 },
    ]);
  });

  it('know how long somebody was to be had: hours, less closures and absences, once', () => {
    const business: Business = {
      services: new Map(),
      providers: [],
      locations: new Map([[1, { zone, name: 'Baixa', address: '' }]]),
      closures: [{ locationId: null, firstDay: day('2026-06-03'), lastDay: day('2026-06-03') }],
    };
    const week = { from: at('2026-05-31T23:00:00Z'), to: at('2026-06-07T23:00:00Z') };
    const ada = aProvider();
    expect(openMinutesOf(business, ada, week, [])).to.equal(4 * 8 * 60);
    const absences = [{ from: at('2026-06-01T06:00:00Z'), to: at('2026-06-01T12:00:00Z') }];
    // In Lisbon it was from seven to one o'clock: four hours of the day's work.
    expect(openMinutesOf(business, ada, week, absences)).to.equal(4 * 8 * 60 - 4 * 60);
  });
});
