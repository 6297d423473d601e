import { expect } from 'chai';
import { recentBulkActions } from '../../../server/customers/bulk/recent.js';
import type { Actor } from '../../../server/lib/actor.js';
import type { Permission } from '../../../server/lib/permissions.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { aCustomer } from '../a-customer.js';
import { anActor } from '../list/people.js';

eachDatabase('the list of bulk actions', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  const actor = (accountId: number, ...permissions: Permission[]): Actor =>
    ({ ...anActor(), accountId, permissions: new Set(permissions) }) as Actor;

  it('has one’s own among however many of others (A087)', async () => {
    const customer = await aCustomer(database.db, {});
    const done = async (by: number) => {
      const row = { action: 'trash', by: `account:${by}`, created_at: clock.now() };
      const [id] = await database.db('bulk_actions').insert(row);
      await database.db('bulk_action_rows').insert({ bulk_id: id, customer_id: customer, version: 1 });
      return id;
    };
    const own = await done(7);
    for (let lap = 0; lap < 31; lap += 1) await done(8);
    const listed = async (...permissions: Permission[]) =>
      (await recentBulkActions({ db: database.db, clock } as never, actor(7, 'customers.view', ...permissions))).map(
        ({ id }) => id,
      );
    expect(await listed()).to.deep.equal([own]);
    expect(await listed('customers.view_all', 'customers.restore')).to.have.length(30);
  });
});
