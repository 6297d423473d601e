import { columnsMigration } from '../server/db/define.js';

/** What waits for an answer, and lists of one status, by time. */
export const appointmentsByStatus = columnsMigration('0070-appointments-by-status', 'appointments', {
  add: {},
  index: { appointments_by_status: ['status', 'starts_at'] },
});
