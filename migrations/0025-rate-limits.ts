import { instantColumn, tableMigration } from '../server/db/define.js';

/** Counters that must hold across server processes. */
export const rateLimits = tableMigration('0025-rate-limits', 'rate_limits', (t) => {
  t.string('name', 120).primary();
  t.integer('hits').notNullable();
  instantColumn(t, 'resets_at').notNullable().index('rate_limits_by_age');
});
