import { expect } from 'chai';
import { dayForKey } from '../../widget/kit/date-keys.js';
import { dayAt, formatMinutes, partOfDay, sameClock, zonePlace } from '../../widget/kit/dates.js';
import { addMonths, isDay, lastOf, sameDayIn, weekdayOf, weeksOf } from '../../widget/kit/days.js';
import { formatMoney } from '../../widget/kit/money.js';

describe("the widget's dates", () => {
  it('know which strings are days', () => {
    expect(['2026-02-28', '2024-02-29', '2026-02-29', '2026-2-8', '', 'x'].map(isDay)).to.deep.equal([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('lay a month out in weeks that begin when the business says', () => {
    expect(weeksOf('2026-11', 1)[0]).to.deep.equal([null, null, null, null, null, null, '2026-11-01']);
    expect(weeksOf('2026-11', 7)[0]?.[0]).to.equal('2026-11-01');
    expect(weeksOf('2027-02', 1)).to.have.length(4);
    for (const start of [1, 2, 3, 4, 5, 6, 7]) {
      const days = weeksOf('2026-12', start).flat().filter(Boolean);
      expect(days).to.have.length(31);
      expect(weekdayOf(weeksOf('2026-12', start)[1]![0]!)).to.equal(start);
    }
  });

  it('count months over the ends of years, and keep to the last day of short ones', () => {
    expect(addMonths('2026-12', 1)).to.equal('2027-01');
    expect(addMonths('2026-01', -13)).to.equal('2024-12');
    expect(lastOf('2028-02')).to.equal('2028-02-29');
    expect(sameDayIn('2026-02', '2026-01-31')).to.equal('2026-02-28');
  });

  it('tell the day that a zone shows (T8)', () => {
    expect(dayAt('Pacific/Apia', '2026-06-01T12:00:00Z')).to.equal('2026-06-02');
    expect(dayAt('America/New_York', '2026-06-01T02:00:00Z')).to.equal('2026-05-31');
  });

  it('know when two clocks differ: the Azores and Lisbon do, Lisbon and London do not', () => {
    expect(sameClock('Europe/Lisbon', 'Atlantic/Azores', '2026-06-01T12:00:00Z')).to.equal(false);
    expect(sameClock('Europe/Lisbon', 'Europe/London', '2026-06-01T12:00:00Z')).to.equal(true);
    expect(zonePlace('America/Argentina/Buenos_Aires')).to.equal('Buenos Aires');
  });

  it('part the day at noon and at five, on the clock that is read', () => {
    expect(partOfDay('2026-06-01T10:59:00Z', 'Europe/Lisbon')).to.equal('morning');
    expect(partOfDay('2026-06-01T11:00:00Z', 'Europe/Lisbon')).to.equal('afternoon');
    expect(partOfDay('2026-06-01T16:00:00Z', 'Europe/Lisbon')).to.equal('evening');
    expect(partOfDay('2026-06-01T16:00:00Z', 'Atlantic/Azores')).to.equal('afternoon');
  });

  it('write durations and money as people do', () => {
    expect(formatMinutes('en', 90)).to.equal('1 hr 30 min');
    expect(formatMinutes('de', 45)).to.equal('45 Min.');
    expect([4800, 4850].map((minor) => formatMoney('en', minor, 'EUR'))).to.deep.equal(['€48', '€48.50']);
    expect(formatMoney('en', 4800, 'JPY')).to.equal('¥4,800');
  });
});

describe('the keys of the date grid (APG)', () => {
  const on = (key: string, shift = false, rightToLeft = false) => dayForKey(key, shift, '2026-01-31', 1, rightToLeft);

  it('move by day and week, to the ends of the week, by month and by year', () => {
    expect(on('ArrowRight')).to.equal('2026-02-01');
    expect(on('ArrowLeft')).to.equal('2026-01-30');
    expect(on('ArrowDown')).to.equal('2026-02-07');
    expect(on('ArrowUp')).to.equal('2026-01-24');
    expect(on('Home')).to.equal('2026-01-26');
    expect(on('End')).to.equal('2026-02-01');
    expect(on('PageDown')).to.equal('2026-02-28');
    expect(on('PageUp', true)).to.equal('2025-01-31');
    expect(on('a')).to.equal(null);
  });

  it('follow the line of reading from right to left', () => {
    expect(on('ArrowRight', false, true)).to.equal('2026-01-30');
    expect(on('ArrowLeft', false, true)).to.equal('2026-02-01');
  });
});
