import { expect } from 'chai';
import { constraintsOf } from '../../../server/customers/list/constraints.js';
import { orderOf } from '../../../server/customers/list/order.js';
import { findPage } from '../../../server/customers/list/page.js';
import { usualLimits } from '../../../server/customers/list/plan.js';
import { togetherInNames } from '../../../server/customers/list/visible.js';
import { eachDatabase } from '../../support/databases.js';
import { addPerson, now } from './people.js';

/** So small that both words are frequent and a walk leads nowhere. */
const limits = {
  ...usualLimits,
  firstWindow: 1,
  widestWindow: 1,
  countCaps: [2],
  few: 0,
  some: 0,
  blockCap: 1,
  farthestWalk: 1,
  plainAfter: 1,
};

eachDatabase('two frequent words that are seldom together', (database) => {
  const numbers: Record<string, number> = {};

  before(async () => {
    const add = async (key: string, person: Parameters<typeof addPerson>[1]) => {
      numbers[key] = await addPerson(database.db, person);
    };
    for (let index = 0; index < 4; index += 1) {
      await add(`ana${index}`, { firstName: 'Ana', lastName: `Abel${index}` });
      await add(`reis${index}`, { firstName: 'Rui', lastName: `Reis${index}` });
    }
    await add('both in the name', { firstName: 'Ana', lastName: 'Reis' });
    await add('behind a hyphen', { firstName: 'Ana', lastName: 'Silva-Reis' });
    await add('in the display name', { firstName: 'Ana', lastName: 'Costa', displayName: 'Dr Reisinger' });
    await add('one in the address', { firstName: 'Rui', lastName: 'Reis', email: 'ana.s@mail.example' });
    await add('the other in the address', { firstName: 'Ana', lastName: 'Costa', email: 'reis@mail.example' });
    await add('hidden and in the address', { firstName: 'Li', lastName: 'Silva-Reis', email: 'ana@mail.example' });
  });

  const find = async (q: string): Promise<number[]> => {
    const population = { statuses: ['active'], constraints: constraintsOf({ q }, now), scope: 'all' as const };
    const { ids } = await findPage(database.db, population, orderOf('name'), { offset: 0, limit: 50 }, limits);
    return ids.sort((one, other) => one - other);
  };

  it('are found wherever they stand, whichever comes first (A056 to A060)', async () => {
    const both = Object.entries(numbers).flatMap(([key, number]) => (/^(ana|reis)\d/.test(key) ? [] : [number]));
    expect(await find('ana reis')).to.deep.equal(both);
    expect(await find('reis ana')).to.deep.equal(both);
    expect(await find('rei an')).to.deep.equal(both);
  });

  it('are found where they were typed as one, which may begin an address (A058, A059)', async () => {
    const address = await addPerson(database.db, {
      firstName: 'Li',
      lastName: 'Costa',
      email: 'ana-reis@mail.example',
    });
    const both = Object.entries(numbers).flatMap(([key, number]) => (/^(ana|reis)\d/.test(key) ? [] : [number]));
    expect(await find('ana-reis')).to.deep.equal([...both, address]);
    await database.db('customers').where({ id: address }).delete();
  });

  it('are gone for so where all that is asked for are words', () => {
    const wayOf = (q: string) => togetherInNames(constraintsOf({ q }, now), undefined);
    expect(wayOf('ana reis')).not.to.equal(null);
    expect(wayOf('ana-reis')).not.to.equal(null);
    for (const q of ['ana', 'ana 12', 'ana s.2', '#12 ana']) expect(wayOf(q), q).to.equal(null);
    expect(togetherInNames(constraintsOf({ q: 'ana reis', newsletter: 'yes' }, now), 'ana')).to.equal(null);
  });
});
