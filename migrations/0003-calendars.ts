import { tableMigration } from '../server/db/define.js';

/** The row that every writer of a provider's time writes first (DESIGN, section 4). */
export const calendars = tableMigration('0003-calendars', 'calendars', (t) => {
  t.bigIncrements('resource_id');
  t.bigInteger('version').notNullable().defaultTo(0);
});
