import { expect } from 'chai';
import type { Db } from '../../../server/db/connect.js';
import { systemRandom } from '../../../server/lib/ids.js';
import { relayOutbox } from '../../../server/notifications/relay.js';
import { eachDatabase } from '../../support/databases.js';
import { salon } from '../../support/post-room.js';
import type { Scene } from '../trash/scene.js';
import { aScene } from '../trash/scene.js';

const everywhere = [
  'customers',
  'customer_notes',
  'customer_words',
  'messages',
  'outbox',
  'audit',
  'merges',
  'bookings',
];

eachDatabase('erasing while others are at work (A081)', (database) => {
  let scene: Scene;
  before(async () => {
    scene = await aScene(database);
  });
  after(() => scene.app.stop());

  const erase = async (number: number): Promise<number> => {
    await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] });
    return (await scene.admin('POST', `/customers/${number}/erasure`, { number })).status;
  };
  const mail = (number: number, key: string) =>
    scene.app.call('POST', `/api/v1/admin/customers/${number}/mail`, {
      ...{ cookie: scene.cookie, body: { subject: 'Hi {{ name }}', text: 'Dear {{ name }}' } },
      headers: { 'idempotency-key': `a-key-of-a-mail-${key}` },
    });
  const expectNothingOf = async (name: string): Promise<void> => {
    for (const table of everywhere)
      expect(JSON.stringify(await database.db(table).select()).toLowerCase(), table).to.not.include(name.toLowerCase());
  };

  it('leaves nothing of the person, whatever is written about them at that moment', async () => {
    for (let lap = 0; lap < 6; lap += 1) {
      const name = `Zelda${lap}`;
      const number = await scene.add({ firstName: name, lastName: 'Melo', email: `${name}@example.com` });
      const other = await scene.add({ firstName: 'Other', lastName: `One${lap}`, email: `other${lap}@example.com` });
      const [erased] = await Promise.all([
        erase(number),
        mail(number, `${lap}-one`),
        mail(number, `${lap}-two`),
        scene.admin('POST', `/customers/${number}/notes`, { text: `About ${name}` }),
        scene.admin('PATCH', `/customers/${number}`, { version: 1, occupation: `${name} bakes` }),
        scene.admin('POST', `/customers/${other}/merge`, { other: number, version: 1, otherVersion: 1, take: [] }),
      ]);
      if (erased === 200) await expectNothingOf(name);
    }
  });

  it('leaves nothing in a letter that was being written about a booking', async () => {
    const { number, reference } = await scene.book({ firstName: 'Zacharias' }, '2026-12-01T10:00:00Z');
    const cancelled = await scene.admin('POST', `/bookings/${reference}/cancellation`, { reason: '' });
    expect(cancelled.status, cancelled.text).to.equal(200);
    let transactions = 0;
    // The first one claims what is to be told, the second one keeps the letters that were made of it.
    const db = new Proxy(database.db, {
      get(real, name) {
        if (name !== 'transaction') return Reflect.get(real, name);
        return async (work: Parameters<Db['transaction']>[0]) => {
          transactions += 1;
          if (transactions === 2) expect(await erase(number)).to.equal(200);
          return real.transaction(work);
        };
      },
    });
    const errors: unknown[] = [];
    await relayOutbox({
      ...{ db, clock: scene.clock, random: systemRandom, owner: 'a-slow-server', site: async () => salon },
      ...{ publicUrl: 'https://x.example', mailFrom: 'x@x.example', failed: (_what, error) => errors.push(error) },
    });
    expect(errors).to.deep.equal([]);
    await expectNothingOf('Zacharias');
  });
});
