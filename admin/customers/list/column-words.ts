import type { ColumnName } from './columns.js';

/** What each column is called. */
export const columnWords = {
  number: 'customers.number',
  phone: 'customers.phone',
  email: 'customers.email',
  login: 'customers.login',
  note: 'customers.note',
  lastAppointment: 'customers.last',
  newsletter: 'customers.newsletter',
  created: 'customers.created',
  appointments: 'customers.appointments',
  trashed: 'customers.trashedAt',
} as const satisfies Record<ColumnName, string>;
