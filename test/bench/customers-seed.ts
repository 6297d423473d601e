import { deriveRecord } from '../../server/customers/record/derived.js';
import { wordRows } from '../../server/customers/record/write.js';
import type { Db } from '../../server/db/connect.js';
import { dialectOf } from '../../server/db/connect.js';
import { seeded } from '../../server/demo/seeded.js';
import { systemClock } from '../../server/lib/clock.js';
import { DAY } from '../../server/lib/time-zone.js';
import { fillTable, withoutIndexes } from './bulk.js';
import { aPerson } from './customer-names.js';

const nationalities = ['PT', 'DE', 'ES', 'FR', 'GB', 'BR', 'IT', 'US', 'NL', 'PL'];

/**
 * Fills `customers` with so many people: nine of ten with an address, three of four with a telephone, a third on the newsletter,
 * two of three have been here, one of a hundred in the trash. The same people every time.
 */
export async function seedCustomers(db: Db, count: number): Promise<void> {
  const chance = seeded('a million customers');
  const now = systemClock.now();
  const words: ReturnType<typeof wordRows> = [];
  await withoutIndexes(db, 'customers', async () => {
    await fillTable(db, 'customers', allCustomers());
    words.sort((one, other) => (one.word < other.word ? -1 : one.word > other.word ? 1 : 0));
    await fillTable(db, 'customer_words', words);
  });
  await db.raw(dialectOf(db) === 'mysql' ? 'ANALYZE TABLE customers, customer_words' : 'ANALYZE');

  function* allCustomers(): Generator<object> {
    for (let id = 1; id <= count; id += 1) {
      const { derived, columns } = aCustomer(id);
      words.push(...wordRows(id, derived));
      yield { id, ...derived.columns, identity_key: derived.identityKey, ...columns };
    }
  }

  function aCustomer(id: number) {
    const person = aPerson(chance);
    const [first = '', last = ''] = [person.firstName, person.lastName].map((name) =>
      name
        .normalize('NFKD')
        .replace(/[^A-Za-z]/g, '')
        .toLowerCase(),
    );
    const name = chance.pick([`${first}.${last}`, `${last}.${first}`, `${first[0]}${last}`, `${first}${id % 1000}`]);
    const email = chance.chance(0.9) ? `${name}.${id}@${chance.pick(['mail', 'post', 'box'])}.example` : null;
    const phone = chance.chance(0.75) ? `9${chance.pick([1, 2, 3, 6])}${chance.whole(1_000_000, 9_999_999)}` : null;
    const derived = deriveRecord({ ...person, displayName: null, email, phone }, 'PT');
    const created = now - 5 * 365 * DAY + Math.floor((id / count) * 5 * 365 * DAY);
    const visited = chance.chance(0.66);
    const lastStart = visited ? created + Math.floor(chance.fraction() * (now - created)) : null;
    const latest = chance.chance(0.04) ? now + chance.whole(1, 60) * DAY : lastStart;
    const trashed = chance.chance(0.01);
    return {
      derived,
      columns: {
        nationality: chance.chance(0.5)
          ? chance.weighted(nationalities, (code) => 10 - nationalities.indexOf(code))
          : null,
        newsletter: chance.chance(0.33) ? 1 : 0,
        note: chance.chance(0.1) ? 'Prefers mornings, and always asks for a window seat.' : null,
        language: 'en',
        source: 'import',
        status: trashed ? 'trashed' : 'active',
        trashed_at: trashed ? now - chance.whole(1, 90) * DAY : null,
        created_at: created,
        updated_at: created,
        last_start_at: lastStart,
        latest_start_at: latest,
      },
    };
  }
}
