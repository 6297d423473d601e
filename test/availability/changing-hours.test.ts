import { expect } from 'chai';
import type { Scene } from './builders.js';
import { aProvider, aService, day, slotsOn, startsOf } from './builders.js';

const tuesday = '2026-12-01';
const starts = (scene: Scene): string[] => startsOf(slotsOn(scene, tuesday)).map((start) => start.slice(11, 16));

describe('hours that change', () => {
  it('lets a special day replace the week, and an empty one close it', () => {
    const hours = aProvider().hours;
    const short = aProvider({
      hours: { ...hours, specialDays: new Map([[day(tuesday), [{ locationId: 1, start: 720, end: 840 }]]]) },
    });
    const off = aProvider({ hours: { ...hours, specialDays: new Map([[day(tuesday), []]]) } });
    expect(starts({ providers: [short] })).to.deep.equal(['12:00', '13:00']);
    expect(starts({ providers: [off] })).to.deep.equal([]);
  });

  it('takes two weeks in turn from a date on, and its own week for each date (A121)', () => {
    const on = (weekday: number, start: number, end: number) => ({ weekday, locationId: 1, start, end });
    const rotating = aProvider({
      hours: {
        weekly: [on(2, 540, 600)],
        specialDays: new Map(),
        // From a Wednesday on; the week of the Monday before is the first.
        periods: [
          { from: day('2026-12-02'), anchor: day('2026-11-30'), weeks: [[on(2, 600, 660)], [on(2, 720, 780)]] },
          { from: day('2026-12-29'), anchor: day('2026-12-28'), weeks: [[]] },
        ],
      },
    });
    const onDay = (date: string) =>
      startsOf(slotsOn({ providers: [rotating] }, date)).map((start) => start.slice(11, 16));
    expect(onDay('2026-12-01'), 'the day before it begins').to.deep.equal(['09:00']);
    expect(onDay('2026-12-08'), 'the second week').to.deep.equal(['12:00']);
    expect(onDay('2026-12-15'), 'the first again').to.deep.equal(['10:00']);
    expect(onDay('2026-12-22')).to.deep.equal(['12:00']);
    expect(onDay('2026-12-29'), 'the next period, without hours').to.deep.equal([]);
  });

  it('lets a night that began in one week end by it, whatever the next begins with', () => {
    const rotating = aProvider({
      hours: {
        weekly: [],
        specialDays: new Map(),
        periods: [
          {
            from: Number.NEGATIVE_INFINITY,
            anchor: day('2026-11-30'),
            weeks: [[{ weekday: 7, locationId: 1, start: 1320, end: 120 }], []],
          },
        ],
      },
    });
    const slots = startsOf(slotsOn({ providers: [rotating] }, '2026-12-06', '2026-12-14'));
    expect(slots).to.deep.equal(
      ['22:00', '23:00']
        .map((at) => `2026-12-06T${at}:00Z`)
        .concat(['00:00', '01:00'].map((at) => `2026-12-07T${at}:00Z`)),
    );
  });

  it('joins windows that touch across midnight (T4)', () => {
    const night = aProvider({
      hours: {
        weekly: [
          { weekday: 2, locationId: 1, start: 1320, end: 1440 },
          { weekday: 3, locationId: 1, start: 0, end: 60 },
        ],
        specialDays: new Map(),
      },
    });
    expect(starts({ providers: [night], services: [aService({ durationMinutes: 120 })] })).to.deep.equal([
      '22:00',
      '23:00',
    ]);
  });
});
