import { expect } from 'chai';
import type { WeeklyWindow } from '../../server/providers/hours-rules.js';
import {
  faultOfDay,
  faultOfWeeks,
  minuteOf,
  mondayOf,
  periodOn,
  wallTimeOf,
  weekIndexOf,
} from '../../server/providers/hours-rules.js';

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Mon 09:00-12:00` at location 1 in the first week, or `Mon 09:00-12:00@2`; `B` before the day for the second week. */
function windowOf(text: string): WeeklyWindow {
  const [, week = '', name = '', start = '', end = '', place = '1'] =
    /^(?:([AB]) )?(\w+) ([\d:]+)-([\d:]+)(?:@(\d+))?$/.exec(text) ?? [];
  return {
    week: week === 'B' ? 1 : 0,
    weekday: names.indexOf(name) + 1,
    startMinute: minuteOf(start),
    endMinute: minuteOf(end),
    locationId: Number(place),
  };
}

describe('rules of working hours', () => {
  const week: [string, string[], string | null][] = [
    ['accept no window at all', [], null],
    ['accept a day with a break', ['Mon 09:00-12:00', 'Mon 13:00-18:00'], null],
    ['accept windows that touch', ['Mon 09:00-12:00', 'Mon 12:00-18:00'], null],
    ['accept touching at midnight', ['Mon 18:00-24:00', 'Tue 00:00-03:00'], null],
    ['accept touching at the end of a night', ['Mon 22:00-06:00', 'Tue 06:00-10:00'], null],
    ['accept touching from Sunday to Monday', ['Sun 22:00-02:00', 'Mon 02:00-05:00'], null],
    ['accept a whole day', ['Mon 00:00-24:00', 'Tue 00:00-24:00'], null],
    ['accept every day around the clock', names.map((name) => `${name} 00:00-24:00`), null],
    ['refuse the same window twice', ['Mon 09:00-12:00', 'Mon 09:00-12:00'], 'windows.1'],
    ['refuse one inside another', ['Mon 09:00-18:00', 'Mon 10:00-11:00'], 'windows.1'],
    ['refuse one around another', ['Mon 10:00-11:00', 'Mon 09:00-18:00'], 'windows.1'],
    ['refuse one minute of overlap', ['Mon 09:00-12:01', 'Mon 12:00-18:00'], 'windows.1'],
    [
      'refuse overlap in whatever order they come',
      ['Mon 12:00-18:00', 'Tue 09:00-10:00', 'Mon 09:00-12:30'],
      'windows.2',
    ],
    ['refuse overlap over midnight', ['Mon 22:00-06:00', 'Tue 05:00-10:00'], 'windows.1'],
    ['refuse overlap over the end of the week', ['Mon 01:00-05:00', 'Sun 22:00-02:00'], 'windows.1'],
    [
      'refuse overlap over the end of the week, the other way round',
      ['Sun 22:00-02:00', 'Mon 01:59-05:00'],
      'windows.1',
    ],
    ['refuse overlap at two locations', ['Mon 09:00-12:00@1', 'Mon 11:00-13:00@2'], 'windows.1'],
    ['refuse a location that is not the provider’s', ['Mon 09:00-12:00', 'Tue 09:00-12:00@3'], 'windows.1.locationId'],
    ['refuse a window without length', ['Mon 09:00-09:00'], 'windows.0.end'],
    ['refuse a start at 24:00', ['Mon 24:00-02:00'], 'windows.0.start'],
  ];
  for (const [title, windows, field] of week)
    it(title, () => {
      expect(faultOfWeeks(windows.map(windowOf), 1, new Set([1, 2]))?.field ?? null).to.equal(field);
    });

  it('name what a window overlaps', () => {
    const fault = faultOfWeeks([windowOf('Tue 22:00-02:00'), windowOf('Wed 01:00-03:00')], 1, new Set([1]));
    expect(fault?.message).to.equal('overlaps Tuesday 22:00–02:00');
  });

  it('tell two weeks in turn apart, and let the last be followed by the first', () => {
    const fault = (...texts: string[]) => faultOfWeeks(texts.map(windowOf), 2, new Set([1]))?.field ?? null;
    expect(fault('A Mon 09:00-12:00', 'B Mon 10:00-13:00')).to.equal(null);
    expect(fault('B Mon 09:00-12:00', 'B Mon 10:00-13:00')).to.equal('windows.1');
    expect(fault('A Sun 22:00-02:00', 'B Mon 01:00-05:00')).to.equal('windows.1');
    expect(fault('B Sun 22:00-02:00', 'A Mon 01:00-05:00')).to.equal('windows.1');
    expect(fault('A Sun 22:00-02:00', 'A Mon 01:00-05:00')).to.equal(null);
    expect(faultOfWeeks([windowOf('B Mon 09:00-12:00')], 1, new Set([1]))?.field).to.equal('windows.0.week');
  });

  it('know which of several weeks a date lies in, before the anchor too', () => {
    const day = (text: string) => Date.parse(text) / 86_400_000;
    const monday = mondayOf(day('2026-12-02'));
    expect(monday).to.equal(day('2026-11-30'));
    const weeksOf = (...dates: string[]) => dates.map((date) => weekIndexOf(monday, 3, day(date)));
    expect(weeksOf('2026-11-30', '2026-12-06', '2026-12-07', '2026-12-14', '2026-12-21')).to.deep.equal([
      0, 0, 1, 2, 0,
    ]);
    expect(weeksOf('2026-11-29', '2026-11-23', '2026-11-22')).to.deep.equal([2, 2, 1]);
  });

  it('know which period holds on a date', () => {
    const periods = [{ from: null }, { from: '2026-12-01' }, { from: '2027-01-01' }];
    const on = (date: string) => periodOn(periods, date);
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-06-01'].map(on)).to.deep.equal([0, 1, 1, 2]);
  });

  it('look at the windows of one date alone', () => {
    const fault = (...texts: string[]) => faultOfDay(texts.map(windowOf), new Set([1]))?.field ?? null;
    expect(fault('Mon 22:00-04:00', 'Mon 03:00-05:00')).to.equal(null);
    expect(fault('Mon 20:00-23:00', 'Mon 22:00-04:00')).to.equal('windows.1');
    expect(fault('Mon 22:00-04:00', 'Mon 20:00-22:01')).to.equal('windows.1');
  });

  it('read and write times alike', () => {
    for (const time of ['00:00', '09:05', '23:59', '24:00']) expect(wallTimeOf(minuteOf(time))).to.equal(time);
  });
});
