import type { Migration } from '../server/db/migrate.js';

/** The row at which every change of accounts and roles queues up. */
export const teamVersion: Migration = {
  name: '0061-team-version',
  async up(db) {
    if (!(await db('versions').where({ name: 'accounts' }).first('name')))
      await db('versions').insert({ name: 'accounts', version: 1 });
  },
  down: async (db) => void (await db('versions').where({ name: 'accounts' }).delete()),
};
