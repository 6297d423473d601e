import type { Preset } from './preset.js';

/** Booknetic (WordPress): Customers, Export to CSV. Its list names a customer in one column, its import in two. */
export const booknetic: Preset = {
  name: 'booknetic',
  label: 'Booknetic',
  marks: ['ID', 'Customer name', 'Last appointment'],
  columns: {
    'Customer name': 'fullName',
    'First name': 'firstName',
    'Last name': 'lastName',
    Email: 'email',
    Phone: 'phone',
    Gender: 'gender',
    'Date of birth': 'birthDate',
    Birthday: 'birthDate',
    Note: 'note',
  },
};
