import { expect } from 'chai';
import { rangeOf, readState, stepped } from '../../../admin/calendar/calendar-state.js';
import { lanesOf } from '../../../admin/calendar/lanes.js';

const given = { today: '2026-11-24', weekStart: 1, usual: 'week' as const };

describe('what the calendar shows', () => {
  it('stands in the address, and what makes no sense there counts as not said', () => {
    expect(readState({}, given)).to.deep.equal({
      ...{ view: 'week', day: '2026-11-24', from: '2026-11-23', to: '2026-11-29' },
      ...{ provider: '', location: '', service: '', status: '' },
    });
    const odd = { view: 'year', day: '2026-02-30', provider: '0', location: 'x', service: '-1', status: 'gone' };
    expect(readState(odd, given)).to.deep.equal(readState({}, given));
    const all = { view: 'providers', day: '2026-05-04', provider: '3', location: '1', service: '2', status: 'all' };
    expect(readState(all, given)).to.deep.equal({ ...all, from: '2026-05-04', to: '2026-05-04' });
  });

  it('begins its weeks as the settings say', () => {
    expect(rangeOf('week', '2026-11-29', 1)).to.deep.equal({ from: '2026-11-23', to: '2026-11-29' });
    expect(rangeOf('week', '2026-11-29', 7)).to.deep.equal({ from: '2026-11-29', to: '2026-12-05' });
    expect(rangeOf('month', '2026-11-24', 1)).to.deep.equal({ from: '2026-10-26', to: '2026-12-06' });
  });

  it('steps by what it shows', () => {
    const from = (view: string, day: string) => readState({ view, day }, given);
    expect(stepped(from('day', '2026-11-24'), 1)).to.equal('2026-11-25');
    expect(stepped(from('week', '2026-11-24'), -1)).to.equal('2026-11-17');
    expect(stepped(from('month', '2027-01-31'), 1)).to.equal('2027-02-28');
  });

  it('puts what overlaps side by side, and gives what stands alone the whole width', () => {
    const stretches = [
      { from: 0, to: 60 },
      { from: 30, to: 90 },
      { from: 60, to: 120 },
      { from: 120, to: 150 },
    ];
    expect(lanesOf(stretches)).to.deep.equal([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 2 },
      { lane: 0, lanes: 1 },
    ]);
  });
});
