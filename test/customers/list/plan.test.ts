import { expect } from 'chai';
import {
  choosePlan,
  isDense,
  lastResort,
  leadsNowhere,
  nextWindow,
  usualLimits,
} from '../../../server/customers/list/plan.js';

describe('the way to a page of the list', () => {
  const measured = (item: string, block: number, rest: number, sortable = true) => ({ item, block, rest, sortable });
  const [cap = 0] = usualLimits.countCaps;

  it('looks at all candidates where they are few', () => {
    const plan = choosePlan([measured('maria', 2000, cap), measured('zim', 40, 12)], cap, usualLimits);
    expect(plan).to.deep.equal({ kind: 'candidates', of: 'zim' });
  });

  it('sorts the candidates that an index holds in order, however many lie there', () => {
    const plan = choosePlan([measured('maria', 2000, cap), measured('zim', 2000, 900)], cap, usualLimits);
    expect(plan).to.deep.equal({ kind: 'sorted', of: measured('zim', 2000, 900) });
  });

  it('looks at some thousands where no index sorts them', () => {
    const plan = choosePlan([measured('zim', 0, 4200, false)], cap, usualLimits);
    expect(plan).to.deep.equal({ kind: 'candidates', of: 'zim' });
  });

  it('goes along the order where everything is frequent, and has a last resort', () => {
    const frequent = [measured('maria', 2000, cap), measured('s', 2000, cap)];
    expect(choosePlan(frequent, cap, usualLimits)).to.deep.equal({ kind: 'walk' });
    expect(lastResort(frequent, cap)).to.equal(null);
    expect(lastResort([measured('a', 0, 24_000), measured('b', 0, 23_000)], 24_000)).to.equal('b');
  });

  it('takes wider windows as it goes, never too wide', () => {
    expect(nextWindow({ wanted: 26, seen: 0, found: 0 }, usualLimits)).to.equal(250);
    expect(nextWindow({ wanted: 26, seen: 250, found: 0 }, usualLimits)).to.equal(1000);
    expect(nextWindow({ wanted: 26, seen: 250, found: 20 }, usualLimits)).to.equal(250);
    expect(nextWindow({ wanted: 100_000, seen: 9000, found: 900 }, usualLimits)).to.equal(8000);
  });

  it('knows when a walk leads nowhere', () => {
    expect(isDense({ wanted: 26, seen: 250, found: 5 })).to.equal(true);
    expect(isDense({ wanted: 26, seen: 250, found: 4 })).to.equal(false);
    expect(leadsNowhere({ wanted: 26, seen: 2500, found: 1 }, usualLimits)).to.equal(true);
    expect(leadsNowhere({ wanted: 26, seen: 2500, found: 20 }, usualLimits)).to.equal(false);
    expect(leadsNowhere({ wanted: 26, seen: 12_000, found: 20 }, usualLimits)).to.equal(true);
  });
});
