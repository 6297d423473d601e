import { referenceColumn, tableMigration } from '../server/db/define.js';

/** Which services an extra can be booked with. */
export const extraServices = tableMigration('0078-extra-services', 'extra_services', (t) => {
  referenceColumn(t, 'extra_id', 'extras').notNullable();
  referenceColumn(t, 'service_id', 'services').notNullable();
  t.primary(['extra_id', 'service_id']);
});
