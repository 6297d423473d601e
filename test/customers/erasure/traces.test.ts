import { expect } from 'chai';
import { announceReminders } from '../../../server/customers/notes/upkeep.js';
import { DAY } from '../../../server/lib/time-zone.js';
import { announce } from '../../../server/outbox/announce.js';
import { eachDatabase } from '../../support/databases.js';
import type { Scene } from '../trash/scene.js';
import { aScene } from '../trash/scene.js';
import { placesOf } from './everything.js';

eachDatabase('traces of an erased customer in other places', (database) => {
  let scene: Scene;
  beforeEach(async () => {
    scene ??= await aScene(database);
  });
  after(() => scene.app.stop());

  const eraseNow = async (number: number) => {
    const cookie = await scene.app.signIn();
    await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] }, cookie);
    const answer = await scene.admin('POST', `/customers/${number}/erasure`, { number }, cookie);
    expect(answer.status, answer.text).to.equal(200);
  };

  it('go with it: the mail of a reminder, newsletters, picture, pairs and notices (A076, A081)', async () => {
    const { db, clock, app } = scene;
    const number = await scene.add({ firstName: 'Quillanaya', lastName: 'Zwirn', email: 'canary@example.com' });
    const other = await scene.add({ firstName: 'Other', lastName: 'Person' });
    const { id: author } = await db('accounts').first('id');
    const at = clock.now();
    await db('customer_notes').insert({
      ...{ customer_id: number, text: 'canaryremindernote', position: 1, author_id: author, created_at: at },
      ...{ remind_at: at + 1000, remind_zone: 'UTC', updated_at: at },
    });
    clock.advance(DAY);
    await announceReminders({ db, announce, nudge: () => {} }, clock.now());
    await app.context.notifications.relayOnce();
    const [outboxId] = await db('outbox').insert({
      event: 'customer.mail',
      payload: '{}',
      created_at: at,
      relayed_at: at,
    });
    for (const [index, state] of ['sent', 'queued', 'dead'].entries())
      await db('messages').insert({
        ...{ outbox_id: outboxId, customer_id: number, template: `staff${index}`, audience: 'customer', state },
        ...{
          recipient: 'canary@example.com',
          recipient_name: 'Quillanaya',
          message_id: '<a@b>',
          subject: 'Dear Quillanaya',
        },
        ...{
          text: 'Quillanaya',
          html: 'Quillanaya',
          due_at: at + 30 * DAY,
          created_at: at,
          last_answer: '550 canary@example.com',
        },
      });
    await db('customer_pictures').insert({
      ...{ customer_id: number, size: 128, picture_key: 'k'.repeat(32), created_at: at },
      bytes: Buffer.from('Quillanaya’s face'),
    });
    await db('customer_pairs').insert({ low_id: number, high_id: other, reason: 'name', found_at: at });
    const [notice] = await db('notices').insert({
      ...{
        kind: 'booking.matched_trashed',
        subject: `customer:${number}`,
        customer_id: number,
        values: '{}',
        created_at: at,
      },
    });
    await db('notice_reads').insert({ notice_id: notice, account_id: author, read_at: at });
    expect((await placesOf(database, 'canaryremindernote')).some((place) => place.startsWith('messages'))).to.equal(
      true,
    );

    await eraseNow(number);
    for (const text of ['Quillanaya', 'canary']) expect(await placesOf(database, text), text).to.deep.equal([]);
    const left = await db('messages').where({ customer_id: number }).select('state', 'recipient');
    expect(left).to.deep.equal([{ state: 'sent', recipient: `Erased customer #${number}` }]);
    for (const table of ['customer_pictures', 'customer_pairs', 'notice_reads', 'notices'])
      expect(await db(table), table).to.deep.equal([]);
    expect(await scene.row(other)).to.include({ status: 'active', first_name: 'Other' });
  });

  it('go with it: customers that were merged into it, and what a merge that was taken back told of it', async () => {
    const { db, clock } = scene;
    const cookie = await scene.app.signIn();
    const kept = await scene.add({ firstName: 'Xaverine', lastName: 'One', email: 'xaverine1@example.com' });
    const gone = await scene.add({ firstName: 'Xaverine', lastName: 'Two', phone: '+351 912 777 111' });
    const versions = { version: 1, otherVersion: 1 };
    const path = `/customers/${kept}/merge`;
    const merged = await scene.admin('POST', path, { other: gone, ...versions, take: ['phone'] }, cookie);
    expect(merged.status, merged.text).to.be.within(200, 201);
    await eraseNow(kept);
    for (const text of ['Xaverine', '912777111']) expect(await placesOf(database, text), text).to.deep.equal([]);
    expect(await scene.row(gone)).to.include({ status: 'erased', display_name: `Erased customer #${gone}` });
    expect(await scene.trail(`customer:${gone}`)).to.include('customer.erased');

    const stays = await scene.add({ firstName: 'Stays', lastName: 'Here' });
    const leaves = await scene.add({ firstName: 'Yolandine', lastName: 'Leaves', phone: '+351 912 777 222' });
    const at = clock.now();
    await db('merges').insert({
      kept_id: stays,
      gone_id: leaves,
      actor: 'test',
      merged_at: at,
      undone_at: at,
      snapshot: '{"a":"Yolandine"}',
    });
    const row = { at, actor: 'test', action: 'customer.merged', subject: `customer:${stays}`, values_hash: '' };
    await db('audit').insert({
      ...row,
      values: JSON.stringify({ other: leaves, phone: { from: null, to: '912777222' } }),
    });
    await db('audit').insert({ ...row, values: JSON.stringify({ other: 1, city: { from: null, to: 'Porto' } }) });
    await eraseNow(leaves);
    for (const text of ['Yolandine', '912777222']) expect(await placesOf(database, text), text).to.deep.equal([]);
    expect(
      (await placesOf(database, '"to":"Porto"')).length + (await placesOf(database, 'Porto')).length,
    ).to.be.greaterThan(0);
  });
});
