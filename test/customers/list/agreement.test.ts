import { expect } from 'chai';
import fc from 'fast-check';
import { fold } from '../../../server/customers/identity.js';
import { constraintsOf } from '../../../server/customers/list/constraints.js';
import { countPopulation } from '../../../server/customers/list/count.js';
import type { ListFilter } from '../../../server/customers/list/filter.js';
import { statusesOf } from '../../../server/customers/list/filter.js';
import { findSorted } from '../../../server/customers/list/match.js';
import type { Order } from '../../../server/customers/list/order.js';
import { customerSorts, keyOf, orderOf } from '../../../server/customers/list/order.js';
import type { Span } from '../../../server/customers/list/page-queries.js';
import type { Limits } from '../../../server/customers/list/plan.js';
import { usualLimits } from '../../../server/customers/list/plan.js';
import { selectNumbers } from '../../../server/customers/list/selection.js';
import { readTerms } from '../../../server/customers/list/terms.js';
import { seeded } from '../../../server/demo/seeded.js';
import { DAY } from '../../../server/lib/time-zone.js';
import { eachDatabase } from '../../support/databases.js';
import { addPerson, anActor, now } from './people.js';

/* Whatever way a page is found, it holds what a look at everybody would give. */

const firstNames = ['Ana', 'Ana Maria', 'Anna', 'João', 'José', 'Zoë', 'Li', '莉'];
const lastNames = ['Silva', 'Silva-Reis', 'da Silva', "O'Brien", 'Ångström', 'Zimmermann', 'Anastasio', ''];
const searches = [
  '',
  'a',
  'an',
  'ana',
  'sil',
  'silva',
  'ana sil',
  'silva ana',
  'maria ana',
  'zim',
  'jo',
  'ana.s',
  "o'b",
  '9',
  '91',
  '912 3',
  '+351 91',
  '7',
  '#7',
  'zz',
  '莉',
  '%',
  'reis an',
  'an reis',
  'a s',
  'si an i',
  'ma an si da',
  'inf',
  'info.1',
  'silva-r',
  '0912',
];

/** So small that a few hundred customers are gone about in every way that a million are. */
const smallLimits = [
  {
    ...usualLimits,
    firstWindow: 3,
    widestWindow: 20,
    countCaps: [4, 20],
    few: 2,
    some: 3,
    blockCap: 5,
    farthestWalk: 30,
    plainAfter: 6,
  },
  {
    ...usualLimits,
    firstWindow: 2,
    widestWindow: 9,
    countCaps: [1000],
    few: 5,
    some: 8,
    blockCap: 10,
    farthestWalk: 10,
    plainAfter: 2,
  },
  {
    ...usualLimits,
    firstWindow: 1,
    widestWindow: 7,
    countCaps: [30],
    few: 0,
    some: 300,
    blockCap: 300,
    farthestWalk: 2,
    plainAfter: 1,
  },
  usualLimits,
];

eachDatabase('the customer list, however it is found', (database) => {
  // biome-ignore lint/suspicious/noExplicitAny: rows as the database has them
  let everybody: any[];

  before(async () => {
    const chance = seeded('people of the list');
    for (let index = 0; index < 240; index += 1) {
      const [firstName, lastName] = [chance.pick(firstNames), chance.pick(lastNames)];
      const mail = chance.chance(0.3) ? 'info' : fold(`${firstName}.${lastName}`).replace(/[^a-z.]/g, '');
      await addPerson(database.db, {
        firstName,
        lastName,
        email: chance.chance(0.7) ? `${mail}.${index}@mail.example` : null,
        phone: chance.chance(0.6) ? `91${chance.whole(1, 3)}${chance.whole(100_000, 999_999)}` : null,
        status: chance.pick(['active', 'active', 'active', 'active', 'trashed', 'merged']),
        newsletter: chance.chance(0.3) ? 1 : 0,
        nationality: chance.pick(['PT', 'DE', null]),
        created_at: now - chance.whole(0, 5) * DAY,
        last_start_at: chance.chance(0.5) ? now - chance.whole(1, 9) * DAY : null,
        latest_start_at: chance.chance(0.3) ? now + DAY : null,
      });
    }
    // By name before those whom `silva ana` and `silva-r` put first.
    for (const firstName of ['Abel Ana', 'Rita']) await addPerson(database.db, { firstName, lastName: 'Silva' });
    everybody = await database.db('customers').select();
  });

  const filters: fc.Arbitrary<ListFilter> = fc.record(
    {
      q: fc.constantFrom(...searches),
      status: fc.constantFrom('active' as const, 'trashed' as const, 'all' as const),
      newsletter: fc.constantFrom('yes' as const, 'no' as const),
      coming: fc.constantFrom('yes' as const, 'no' as const),
      nationality: fc.constantFrom('PT', 'FR'),
      createdFrom: fc.constantFrom('2026-05-01', '2026-05-03'),
      lastTo: fc.constantFrom('2026-04-30', '2026-05-02'),
    },
    { requiredKeys: [] },
  );

  // biome-ignore lint/suspicious/noExplicitAny: rows as the database has them
  const matches = (row: any, filter: ListFilter): boolean =>
    statusesOf(filter).includes(row.status) &&
    readTerms(filter.q ?? '').every(
      ({ ways, number }) =>
        row.id === number || ways.some((way) => way.every((start) => row.search_text.includes(` ${start}`))),
    ) &&
    (!filter.newsletter || (row.newsletter === 1) === (filter.newsletter === 'yes')) &&
    (!filter.coming || (row.latest_start_at !== null && row.latest_start_at > now) === (filter.coming === 'yes')) &&
    (!filter.nationality || row.nationality === filter.nationality) &&
    (!filter.createdFrom || row.created_at >= Date.parse(filter.createdFrom)) &&
    (!filter.lastTo || (row.last_start_at !== null && row.last_start_at < Date.parse(filter.lastTo) + DAY));

  // biome-ignore lint/suspicious/noExplicitAny: rows as the database has them
  const byPoint = (left: any, right: any): number => {
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? -1 : 1;
    if (typeof left === 'number') return left - right;
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  };

  /** Which of the first three things typed a name begins with: two words, then what was typed as one, then each word, then none. */
  // biome-ignore lint/suspicious/noExplicitAny: rows as the database has them
  const rank = (row: any, { q = '' }: ListFilter): number => {
    const typed = readTerms(q).map(({ ways }) => ways.map(([first]) => first ?? ''));
    const named = typed
      .map((firsts) => firsts.filter((first) => /^[\p{L}'-]+$/u.test(first)))
      .filter((firsts) => firsts.length > 0)
      .slice(0, 3);
    const words = named.flatMap((firsts) => firsts.slice(-1));
    const pairs = words.flatMap((one) => words.filter((other) => other !== one).map((other) => `${one} ${other}`));
    const pieces = named.flatMap((firsts) => firsts.slice(0, -1));
    const begins = [...pairs, ...pieces, ...words].findIndex((lead) => row.sort_name.startsWith(lead));
    return begins < 0 ? Number.POSITIVE_INFINITY : begins;
  };

  /** Who belongs on the list, in its order. */
  function wantedOf(filter: ListFilter, order: Order): { id: number }[] {
    const column = (one: Record<string, unknown>, other: Record<string, unknown>): number =>
      keyOf(order)
        .map((name) => byPoint(one[name], other[name]))
        .find((found) => found !== 0) ?? 0;
    return everybody
      .filter((row) => matches(row, filter))
      .sort((left, right) => {
        const [one, other] = order.descending ? [right, left] : [left, right];
        const [first, second] = order.by === 'match' ? [rank(one, filter), rank(other, filter)] : [0, 0];
        return first === second ? column(one, other) : first - second;
      });
  }
  const found = (filter: ListFilter, order: Order, span: Span, limits: Limits) =>
    findSorted(database.db, populationOf(filter), order, span, limits);
  const populationOf = (filter: ListFilter) => ({
    statuses: statusesOf(filter),
    constraints: constraintsOf(filter, now),
    scope: 'all' as const,
  });
  const spans = fc.record({ offset: fc.nat(40), limit: fc.integer({ min: 1, max: 30 }) });

  async function holds(filter: ListFilter, order: Order, span: Span, limits: Limits): Promise<void> {
    const wanted = wantedOf(filter, order).map(({ id }) => id);
    const page = await found(filter, order, span, limits);
    expect(page.ids).to.deep.equal(wanted.slice(span.offset, span.offset + span.limit));
    if (page.more) expect(page.total).to.be.at.most(wanted.length);
    else expect(page.total).to.equal(wanted.length);
  }

  it('is found in few looks, however many words are typed (S33)', async () => {
    let queries = 0;
    const count = () => {
      queries += 1;
    };
    database.db.on('query', count);
    await found({ q: 'ab cd ef gh ij kl mn op' }, orderOf('match'), { offset: 0, limit: 25 }, usualLimits);
    database.db.off('query', count);
    expect(queries).to.be.within(1, 40);
  });

  it('begins with those whose name begins with what is searched for (A057)', async () => {
    const searched = fc.record({ q: fc.constantFrom(...searches.filter((text) => /^\p{L}/u.test(text))) });
    const property = fc.asyncProperty(searched, spans, fc.constantFrom(...smallLimits), (filter, span, limits) =>
      holds(filter, orderOf('match'), span, limits),
    );
    await fc.assert(property, { numRuns: 200 });
  });

  it('holds the same as a look at everybody would, in the same order (A046, A052, A053, A054 to A061)', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(...customerSorts),
        spans,
        fc.constantFrom(...smallLimits),
        async (filter, sort, span, limits) => {
          await holds(filter, orderOf(sort), span, limits);
          const wanted = wantedOf(filter, orderOf(sort));
          expect(await countPopulation(database.db, populationOf(filter))).to.equal(wanted.length);
          const selected: number[] = [];
          const matching = selectNumbers(database.db, anActor(), { matching: filter, except: [7] }, { now, batch: 9 });
          for await (const part of matching) selected.push(...part);
          expect(selected).to.deep.equal(
            wanted
              .map(({ id }) => id)
              .filter((id) => id !== 7)
              .sort((a, b) => a - b),
          );
        },
      ),
      { numRuns: 250 },
    );
  });
});
