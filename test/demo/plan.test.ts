import { expect } from 'chai';
import type { DemoPlan } from '../../server/demo/plan.js';
import { planDemo } from '../../server/demo/plan.js';
import { DAY, formatDay, HOUR, localDay, parseDay, weekdayOf } from '../../server/lib/time-zone.js';

const zone = 'Europe/Lisbon';

/** Active appointments that start on a local day, each once. */
function activeOn({ bookings, appointments }: DemoPlan, day: number): number {
  const active = bookings.filter(({ draft }) => draft.status === 'confirmed' || draft.status === 'pending');
  const places = new Set(active.flatMap(({ draft }) => draft.visit.appointments));
  return [...places].filter((place) => localDay(zone, appointments[place - 1]!.start) === day).length;
}

/** Mornings, evenings and nights of two years, with clock changes and holidays among the days around them. */
const moments = Array.from(
  { length: 24 },
  (_, index) => Date.parse('2026-01-02T00:20:00Z') + index * 31 * DAY + (index % 12) * 2 * HOUR,
);

describe('the plan of the demo', () => {
  for (const now of moments) {
    const today = localDay(zone, now);
    const isClosed = weekdayOf(today) === 7 || /-(?:01-01|12-01|12-25)$/.test(formatDay(today));

    it(`looks alive on ${formatDay(today)}`, () => {
      const plan = planDemo(now);
      expect(plan.customers).to.have.length(150);
      expect(plan.appointments.length).to.be.within(300, 450);
      if (isClosed) expect(activeOn(plan, today)).to.equal(0);
      else expect(activeOn(plan, today)).to.be.within(8, 14);
      expect(plan.bookings.filter(({ draft }) => draft.status === 'pending').length).to.equal(3);
      for (const { draft, customer } of plan.bookings) {
        expect(draft.createdAt).to.be.at.most(now).and.at.least(customer.createdAt);
        if (draft.decision) expect(draft.decision.at).to.be.within(draft.createdAt, now);
      }
    });
  }

  it('is fuller in the coming days than in three weeks', () => {
    const plan = planDemo(Date.parse('2026-03-16T09:00:00Z'));
    const today = parseDay('2026-03-16')!;
    const inWeek = (week: number) =>
      Array.from({ length: 7 }, (_, day) => activeOn(plan, today + week * 7 + day)).reduce((sum, count) => sum + count);
    expect(inWeek(0)).to.be.above(2 * inWeek(3));
    expect(inWeek(3)).to.be.above(5);
  });
});
