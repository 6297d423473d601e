import type { Preset } from './preset.js';

/** Amelia (WordPress): Customers, Export data. */
export const amelia: Preset = {
  name: 'amelia',
  label: 'Amelia',
  marks: ['First Name', 'Last Name', 'Email', 'Total Appointments'],
  columns: {
    'First Name': 'firstName',
    'Last Name': 'lastName',
    Email: 'email',
    Phone: 'phone',
    Gender: 'gender',
    'Date of Birth': 'birthDate',
    Birthday: 'birthDate',
    Note: 'note',
    'Customer Note': 'note',
    Language: 'language',
  },
};
