import { tableMigration } from '../server/db/define.js';

export const settings = tableMigration('0001-settings', 'settings', (t) => {
  t.string('name', 100).primary();
  t.text('value').notNullable();
});
