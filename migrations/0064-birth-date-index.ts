import { columnsMigration } from '../server/db/define.js';

/** Who was born on the same day: some forty people in a million, among whom similar names are looked for. */
export const birthDateIndex = columnsMigration('0064-birth-date-index', 'customers', {
  add: {},
  index: { customers_by_birth: ['birth_date'] },
});
