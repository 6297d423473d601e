import { expect } from 'chai';
import type { Permission } from '../../../server/lib/permissions.js';
import type { TestAnswer } from '../../support/app.js';
import { eachDatabase } from '../../support/databases.js';
import { aMember } from '../../support/team.js';
import type { Scene } from '../trash/scene.js';
import { aScene } from '../trash/scene.js';

const reach: Permission[] = ['customers.view', 'customers.edit', 'customers.merge'];

eachDatabase('merging, under attack', (database) => {
  let scene: Scene;
  let provider: string;
  before(async () => {
    scene = await aScene(database);
    const wish = { name: 'Stylist', role: 'own', permissions: reach, providerId: scene.shop.ada.id };
    provider = (await aMember(database.db, scene.clock, wish)).cookie;
  });
  after(() => scene.app.stop());

  const merge = (kept: number, other: number, more: object = {}, cookie?: string) =>
    scene.admin('POST', `/customers/${kept}/merge`, { other, version: 1, otherVersion: 1, take: [], ...more }, cookie);
  const undo = (id: number, cookie?: string) => scene.admin('POST', `/customers/merges/${id}/undo`, {}, cookie);
  const plain = ({ status, text, headers }: TestAnswer) =>
    JSON.stringify([status, text, [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name))]);
  let hour = 8;
  const withAda = async (firstName: string, email: string): Promise<number> => {
    hour += 1;
    const start = `2026-12-0${hour > 15 ? 2 : 1}T${String(hour > 15 ? hour - 7 : hour).padStart(2, '0')}:00:00Z`;
    const { number, reference } = await scene.book({ firstName, lastName: 'Reis', email }, start);
    const { id } = await database.db('bookings').where({ reference }).first('id');
    await database
      .db('appointments')
      .whereIn('id', database.db('booking_items').where({ booking_id: id }).select('appointment_id'))
      .update({ provider_id: scene.shop.ada.id });
    return number;
  };

  it('S04 answers for somebody foreign as for nobody, whatever version is guessed', async () => {
    const [own, foreign] = [await withAda('Olga', 'olga@example.com'), await scene.add({ email: 'far@example.com' })];
    const missing = plain(await merge(own, 999_999, {}, provider));
    for (const otherVersion of [1, 7]) {
      expect(plain(await merge(own, foreign, { otherVersion }, provider))).to.equal(missing);
      expect(plain(await merge(foreign, own, { version: otherVersion }, provider))).to.equal(missing);
    }
    expect(await scene.row(own)).to.include({ version: 1, status: 'active' });
  });

  it('S04 lets who merged two of their own take it back, and nobody who sees neither', async () => {
    const [kept, gone] = [await withAda('Lia', 'lia@one.example'), await withAda('Lia', 'lia@two.example')];
    const merged = await merge(kept, gone, {}, provider);
    expect(merged.status, merged.text).to.equal(201);
    const other = await aMember(database.db, scene.clock, {
      ...{ name: 'Elsewhere', role: 'own', permissions: reach, providerId: scene.shop.bea.id },
    });
    expect(plain(await undo(merged.body.mergeId, other.cookie))).to.equal(plain(await undo(999_999, other.cookie)));
    expect((await undo(merged.body.mergeId, provider)).status).to.equal(200);
    expect(await scene.row(gone)).to.include({ status: 'active', merged_into: null });
  });

  it('either takes a merge back or merges further, when both are asked at the same moment', async () => {
    for (let lap = 0; lap < 6; lap += 1) {
      const [first, second, third] = [
        await scene.add({ firstName: 'Ivo', lastName: `A${lap}`, email: `ivo.a${lap}@example.com` }),
        await scene.add({ firstName: 'Ivo', lastName: `B${lap}`, email: `ivo.b${lap}@example.com` }),
        await scene.add({ firstName: 'Ivo', lastName: `C${lap}`, email: `ivo.c${lap}@example.com` }),
      ];
      await scene.admin('POST', `/customers/${first}/notes`, { text: 'Of the first' });
      const { mergeId } = (await merge(second, first)).body;
      const [back, further] = await Promise.all([undo(mergeId), merge(third, second, { otherVersion: 2 })]);
      expect(
        [back.status, further.status].filter((status) => status < 300),
        `${back.text}${further.text}`,
      ).to.have.length(1);
      const note = await database.db('customer_notes').whereIn('customer_id', [first, second, third]).first();
      expect(note.customer_id).to.equal(back.status === 200 ? first : third);
      const words = await database.db('customer_words').whereIn('customer_id', [first, second, third]);
      const active = await database.db('customers').whereIn('id', [first, second, third]).where({ status: 'active' });
      expect(new Set(words.map((row) => row.customer_id)), 'nobody is found who is not there').to.deep.equal(
        new Set(active.filter((row) => words.some((word) => word.customer_id === row.id)).map((row) => row.id)),
      );
    }
  });

  it('gives nobody the face of somebody else when a merge comes apart', async () => {
    const [kept, gone] = [
      await scene.add({ email: 'face@one.example' }),
      await scene.add({ email: 'face@two.example' }),
    ];
    const face = async (id: number, key: string) => {
      await database.db('customer_pictures').where({ customer_id: id }).delete();
      const row = { customer_id: id, picture_key: key.repeat(32), bytes: Buffer.from(key), created_at: 0 };
      await database.db('customer_pictures').insert([128, 512].map((size) => ({ ...row, size })));
      await database
        .db('customers')
        .where({ id })
        .update({ picture_key: key.repeat(32) });
    };
    await face(kept, 'a');
    await face(gone, 'b');
    const merged = await merge(kept, gone, { take: ['picture'] });
    expect(merged.status, merged.text).to.equal(201);
    await face(kept, 'c');
    expect((await undo(merged.body.mergeId)).status).to.equal(200);
    expect(await scene.row(kept)).to.include({ picture_key: 'c'.repeat(32) });
    expect(await scene.row(gone)).to.include({ picture_key: null });
    expect(await database.db('customer_pictures').where({ customer_id: gone })).to.deep.equal([]);
  });
});
