import { instantColumn, tableMigration } from '../server/db/define.js';

/** One row a job of the timetable; its lease keeps two servers from running it at once. */
export const jobRuns = tableMigration('0026-job-runs', 'job_runs', (t) => {
  t.string('name', 60).primary();
  t.string('lease_owner', 36);
  instantColumn(t, 'lease_until').notNullable().defaultTo(0);
  instantColumn(t, 'last_run_at').notNullable().defaultTo(0);
});
