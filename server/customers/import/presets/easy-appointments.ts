import type { Preset } from './preset.js';

/** Easy!Appointments: its customers as its interface and its table name them. */
export const easyAppointments: Preset = {
  name: 'easyappointments',
  label: 'Easy!Appointments',
  marks: ['first_name', 'last_name', 'email', 'phone_number', 'zip_code'],
  columns: {
    first_name: 'firstName',
    last_name: 'lastName',
    email: 'email',
    phone_number: 'phone',
    mobile_number: 'phone',
    address: 'address1',
    city: 'city',
    state: 'state',
    zip_code: 'postalCode',
    notes: 'note',
    timezone: 'timeZone',
    language: 'language',
  },
};
