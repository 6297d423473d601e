import { columnsMigration } from '../server/db/define.js';
import type { Migration } from '../server/db/migrate.js';

const name = '0034-search-order';

/** The sort name of a word's customer: what a search finds by a word is put in order without a look at the customers. */
const wordNames = columnsMigration(name, 'customer_words', {
  add: { sort_name: (t) => t.string('sort_name', 201).notNullable().defaultTo('') },
});

/** A provider's appointments, so that an account sees its own customers: MySQL makes the index with the reference. */
const providerIndex = columnsMigration(name, 'appointments', {
  add: {},
  referenceIndex: { appointments_by_provider: ['provider_id', 'id'] },
});

export const searchOrder: Migration = {
  name,
  async up(db) {
    await wordNames.up(db);
    await providerIndex.up(db);
  },
  async down(db) {
    await providerIndex.down(db);
    await wordNames.down(db);
  },
};
