import { expect } from 'chai';
import { bulkActionsFor } from '../../../admin/customers/list/bulk-actions.js';
import { columnNames, moved, readColumns, shownColumns, usualColumns } from '../../../admin/customers/list/columns.js';
import { asked, asMatching, readList } from '../../../admin/customers/list/list-query.js';
import { pageSteps, typedPage } from '../../../admin/customers/list/page-steps.js';
import type { Picked } from '../../../admin/customers/list/picked.js';
import { asSelection, between, countPicked, isPicked, nobody, pick } from '../../../admin/customers/list/picked.js';

const rows = [1, 2, 3, 4, 5].map((number) => ({ number, name: `No ${number}` }));
const some = (...numbers: number[]) => rows.filter(({ number }) => numbers.includes(number));

describe('who is ticked in the customer list', () => {
  it('is one, a range, or nobody again (A086)', () => {
    const ticked = pick(nobody, some(2), true);
    expect(countPicked(ticked, 5)).to.equal(1);
    expect(between(rows, 2, 4)).to.deep.equal(some(2, 3, 4));
    expect(between(rows, 4, 2)).to.deep.equal(some(2, 3, 4));
    expect(between(rows, 99, 2)).to.deep.equal(some(2));
    expect(between(rows, null, 2)).to.deep.equal(some(2));
    expect(countPicked(pick(ticked, some(2), false), 5)).to.equal(0);
    expect(asSelection(pick(ticked, some(4), true), {}, 'UTC')).to.deep.equal({ numbers: [2, 4] });
  });

  it('is all that match but a few (A086)', () => {
    const all: Picked = { all: true, of: '{}', except: new Set() };
    const most = pick(all, some(3), false);
    expect(isPicked(most, 3)).to.equal(false);
    expect(isPicked(most, 4)).to.equal(true);
    expect(countPicked(most, 1284)).to.equal(1283);
    expect(asSelection(most, { q: 'ana', import: '7' }, 'UTC')).to.deep.equal({
      matching: { q: 'ana', import: 7 },
      except: [3],
    });
    expect(asSelection(all, { createdFrom: '2026-01-01' }, 'Europe/Lisbon')).to.deep.equal({
      matching: { createdFrom: '2026-01-01', zone: 'Europe/Lisbon' },
    });
  });

  it('can be done with what the account may do, in this list (A087, A088, A089)', () => {
    const namesFor = (status?: string) => bulkActionsFor(status, (permission) => permission !== 'customers.mail');
    expect(namesFor().map(({ name }) => name)).to.deep.equal(['trash', 'newsletter_on', 'newsletter_off', 'export']);
    expect(namesFor('trashed').map(({ name }) => name)).to.deep.equal(['restore', 'export']);
    expect(bulkActionsFor(undefined, () => false)).to.deep.equal([]);
  });
});

describe('the address of the customer list', () => {
  it('says what is shown, and leaves out what it says wrongly', () => {
    const query = {
      q: ' ana ',
      status: 'trashed',
      newsletter: 'maybe',
      lastTo: '2026-1-1',
      nationality: 'PT',
      import: '-1',
    };
    const state = readList({ ...query, sort: '-created', page: '3', size: '50' });
    expect(state).to.deep.equal({
      filter: { q: 'ana', status: 'trashed', nationality: 'PT' },
      sort: '-created',
      page: 3,
      size: '50',
    });
    expect(readList({ sort: 'ssn', page: '0', size: '7' })).to.deep.equal({
      filter: {},
      sort: 'name',
      page: 1,
      size: null,
    });
    expect(asked({ q: 'ana' }, 'UTC')).to.deep.equal({ q: 'ana' });
    expect(asMatching({ lastTo: '2026-01-01' }, 'UTC')).to.deep.equal({ lastTo: '2026-01-01', zone: 'UTC' });
  });
});

describe('the columns of the customer list', () => {
  it('are remembered, in their order, and new ones come at the end', () => {
    const kept = JSON.stringify([
      { name: 'email', shown: false },
      { name: 'gone', shown: true },
    ]);
    expect(readColumns(kept)[0]).to.deep.equal({ name: 'email', shown: false });
    expect(readColumns(kept).map(({ name }) => name)).to.have.members([...columnNames]);
    for (const text of [null, '', 'null', '{}', '[1']) expect(readColumns(text)).to.deep.equal(usualColumns);
  });

  it('move one place, not beyond the ends', () => {
    expect(
      moved(usualColumns, 'phone', -1)
        .map(({ name }) => name)
        .slice(0, 2),
    ).to.deep.equal(['phone', 'number']);
    expect(moved(usualColumns, 'number', -1)).to.equal(usualColumns);
    expect(moved(usualColumns, 'trashed', 1)).to.equal(usualColumns);
  });

  it('tell since when somebody is in the trash where the trash is listed', () => {
    expect(shownColumns(usualColumns, undefined)).to.not.include('trashed');
    expect(shownColumns(usualColumns, 'trashed')).to.include('trashed');
  });
});

describe('the pages of the customer list', () => {
  it('are the first, the last and those around', () => {
    expect(pageSteps(1, 1)).to.deep.equal([1]);
    expect(pageSteps(1, 4)).to.deep.equal([1, 2, 3, 4]);
    expect(pageSteps(9, 40_000)).to.deep.equal([1, null, 8, 9, 10, null, 40_000]);
  });

  it('are jumped to within the range', () => {
    expect(typedPage(' 7 ', 9)).to.equal(7);
    expect(typedPage('70', 9)).to.equal(9);
    expect(typedPage('0', 9)).to.equal(1);
    expect(typedPage('x', 9)).to.equal(null);
  });
});
