import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/** The link by which a private service can be booked: one for each, until it is made anew or taken back. */
export const serviceLinks = tableMigration('0076-service-links', 'service_links', (t) => {
  referenceColumn(t, 'service_id', 'services').primary();
  t.string('token', 64).notNullable().unique('service_links_token');
  instantColumn(t, 'created_at').notNullable();
});
