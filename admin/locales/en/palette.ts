import type { Catalogue } from '../../../widget/kit/words.js';

export const palette = {
  'palette.open': 'Go to …',
  'palette.label': 'Search pages, customers and appointments',
  'palette.hint': 'A page, a name, a reference …',
  'palette.pages': 'Pages',
  'palette.actions': 'Actions',
  'palette.customers': 'Customers',
  'palette.appointments': 'Appointments',
  'palette.addCustomer': 'Add a customer',
  'palette.importCustomers': 'Import customers',
  'palette.newInvoice': 'Make an invoice',
  'palette.whyNoTimes': 'Why are there no times?',
  'palette.account': 'Your account',
  'palette.help': 'Help',
  'palette.signOut': 'Sign out',
  'palette.nothing': 'Nothing is called that.',
  'palette.count': { one: '{count} found', other: '{count} found' },
} as const satisfies Catalogue;
