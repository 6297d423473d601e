import { expect } from 'chai';
import { aBusy, aProvider, aService, slotsOn, startsOf } from './builders.js';
import { timeCases, windowsOf } from './time-cases.js';

describe(`time cases through the pure core, process zone ${process.env['TZ'] ?? 'of the machine'} (T1 to T8)`, () => {
  for (const one of timeCases) {
    it(`${one.id}: ${one.why}`, () => {
      const service = aService({
        durationMinutes: one.duration,
        stepMinutes: one.step,
        bufferBeforeMinutes: one.buffer_before,
        bufferAfterMinutes: one.buffer_after,
        leadMinutes: one.lead,
      });
      const ada = aProvider({ hours: { weekly: windowsOf(one, 1), specialDays: new Map() } });
      const busy = one.busy.map(([from, to]) => aBusy(from, to)).sort((left, right) => left.from - right.from);
      const scene = {
        zone: one.zone,
        services: [service],
        providers: [ada],
        taken: new Map([[1, { busy }]]),
        now: one.now,
      };
      expect(startsOf(slotsOn(scene, one.from, one.to, one.display_zone ?? one.zone))).to.deep.equal(one.expected);
    });
  }
});
