import { expect } from 'chai';
import type { WeeklyWindow } from '../../server/providers/hours-rules.js';
import { faultOfDay, faultOfWeek, minuteOf, wallTimeOf } from '../../server/providers/hours-rules.js';

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Mon 09:00-12:00` at location 1, or `Mon 09:00-12:00@2`. */
function windowOf(text: string): WeeklyWindow {
  const [, name = '', start = '', end = '', place = '1'] = /^(\w+) ([\d:]+)-([\d:]+)(?:@(\d+))?$/.exec(text) ?? [];
  return {
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
      expect(faultOfWeek(windows.map(windowOf), new Set([1, 2]))?.field ?? null).to.equal(field);
    });

  it('name what a window overlaps', () => {
    const fault = faultOfWeek([windowOf('Tue 22:00-02:00'), windowOf('Wed 01:00-03:00')], new Set([1]));
    expect(fault?.message).to.equal('overlaps Tuesday 22:00–02:00');
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
