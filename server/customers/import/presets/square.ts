import type { Preset } from './preset.js';

/** Square: Customer directory, Export customers. */
export const square: Preset = {
  name: 'square',
  label: 'Square',
  marks: ['First Name', 'Email Address', 'Square Customer ID', 'Creation Source'],
  columns: {
    'First Name': 'firstName',
    'Last Name': 'lastName',
    Surname: 'lastName',
    'Email Address': 'email',
    'Phone Number': 'phone',
    Nickname: 'displayName',
    'Street Address 1': 'address1',
    'Street Address 2': 'address2',
    City: 'city',
    State: 'state',
    'Postal Code': 'postalCode',
    Postcode: 'postalCode',
    Birthday: 'birthDate',
    Memo: 'note',
    'Email Subscription Status': 'newsletter',
  },
};
