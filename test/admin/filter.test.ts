import { expect } from 'chai';
import { asked, readFilter } from '../../admin/appointments/filter.js';
import { addressWith, pageOf } from '../../admin/kit/address.js';

const today = '2026-05-04';

describe('the address of the appointment list', () => {
  it('without anything means seven days from today, of everybody, not cancelled', () => {
    expect(readFilter({}, today)).to.deep.equal({
      from: today,
      to: '2026-05-10',
      span: '7',
      ...{ provider: '', location: '', service: '', source: '', q: '' },
      ...{ status: 'active', sort: 'start' },
    });
  });

  it('names a day, a provider and a location', () => {
    const query = { from: '2026-12-31', provider: '3', location: '12', service: '4', source: 'admin', status: 'off' };
    const rest = { to: '2026-12-31', span: '1', sort: 'start', q: '' };
    expect(readFilter({ ...query, days: '1' }, today)).to.deep.equal({ ...query, ...rest });
  });

  it('searches all time, what was cancelled too, the latest first', () => {
    const found = readFilter({ q: 'ana', days: '1', from: '2026-12-31' }, today);
    expect(found).to.include({ q: 'ana', span: 'all', status: 'all', sort: '-start' });
    expect(asked(found)).not.to.have.any.keys('from', 'to');
  });

  it('counts over the end of a month', () => {
    expect(readFilter({ from: '2026-02-25' }, today).to).to.equal('2026-03-03');
  });

  it('forgives what makes no sense', () => {
    const nonsense = { from: '2026-02-30', days: '9', provider: 'x', location: '-1', status: 'odd', sort: 'odd' };
    expect(readFilter(nonsense, today)).to.deep.equal(readFilter({}, today));
  });

  it('changes in parts: null takes out, undefined leaves', () => {
    const query = { from: '2026-05-04', open: '7' };
    expect(addressWith('/admin', query, { open: null, provider: 3, from: undefined })).to.equal(
      '/admin?from=2026-05-04&provider=3',
    );
    expect(addressWith('/admin', { open: '7' }, { open: null })).to.equal('/admin');
    expect(addressWith('/admin', {}, { q: 'Ana & Bo?' })).to.equal('/admin?q=Ana+%26+Bo%3F');
  });

  it('has page 1 unless it names another', () => {
    expect(['', '0', '-1', 'x', '3', '1e3'].map((page) => pageOf({ page }))).to.deep.equal([1, 1, 1, 1, 3, 1]);
  });
});
