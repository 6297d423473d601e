import { columnsMigration } from '../server/db/define.js';

/** The list in the order in which appointments were booked. */
export const appointmentsByCreation = columnsMigration('0071-appointments-by-creation', 'appointments', {
  add: {},
  index: { appointments_by_creation: ['created_at', 'id'] },
});
