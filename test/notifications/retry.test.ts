import { expect } from 'chai';
import { DAY, MINUTE } from '../../server/lib/time-zone.js';
import { isGivenUp, waitAfter } from '../../server/notifications/retry.js';

describe('the waits between tries', () => {
  it('double from one minute to six hours when the server says "later"', () => {
    const waits = Array.from({ length: 12 }, (_, tries) => waitAfter(tries + 1, 'failed for now') / MINUTE);
    expect(waits).to.deep.equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
  });

  it('stay within ten minutes when there is no server, so that mail goes out soon after it is back (I5)', () => {
    for (const tries of [1, 2, 3, 4, 5, 100, 10_000])
      expect(waitAfter(tries, 'not reached')).to.be.within(MINUTE, 10 * MINUTE);
  });

  it('go on for three days before a mail is given up', () => {
    let age = 0;
    for (let tries = 1; !isGivenUp(tries, age); tries += 1) age += waitAfter(tries, 'failed for now');
    expect(age).to.be.within(3 * DAY, 3.5 * DAY);
    expect(isGivenUp(1000, 2.9 * DAY)).to.equal(false);
    expect(isGivenUp(1, 30 * DAY)).to.equal(false);
  });
});
