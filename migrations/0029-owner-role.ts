import type { Migration } from '../server/db/migrate.js';

/** The role of those who may everything is called owner. */
export const ownerRole: Migration = {
  name: '0029-owner-role',
  up: async (db) => void (await db('accounts').where({ role: 'administrator' }).update({ role: 'owner' })),
  down: async (db) => void (await db('accounts').where({ role: 'owner' }).update({ role: 'administrator' })),
};
