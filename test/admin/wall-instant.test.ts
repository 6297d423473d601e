import { expect } from 'chai';
import { instantOfWall, instantText } from '../../admin/providers/wall-instant.js';
import { instantOfWallTime, parseDay } from '../../server/lib/time-zone.js';

describe('wall times in the browser (T1)', () => {
  const dates: [string, string][] = [
    ['Europe/Lisbon', '2026-06-15'],
    ['Europe/Lisbon', '2026-03-29'],
    ['Europe/Lisbon', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['America/Santiago', '2026-09-06'],
    ['Pacific/Kiritimati', '2026-12-31'],
  ];
  for (const [zone, day] of dates)
    it(`are the server’s on ${day} in ${zone}, in a gap and in a fold too`, () => {
      for (let minute = 0; minute <= 1440; minute += 15)
        expect(instantText(instantOfWall(zone, day, minute)), `minute ${minute}`).to.equal(
          instantText(instantOfWallTime(zone, parseDay(day) as number, minute)),
        );
    });
});
