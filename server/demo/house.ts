import type { Settings } from '../settings/values.js';

/*
 * Maré, a salon and spa that does not exist. Its people, places and numbers are made up.
 */

/** The settings that differ from those of a new installation, and the ones worth saying. */
export const demoSettings = {
  name: 'Maré',
  language: 'en',
  currency: 'EUR',
  weekStart: 1,
  country: 'PT',
  termsText: [
    'We keep your name, e-mail, telephone number and note to make and manage this booking, and show them to nobody outside Maré.',
    'You can cancel or ask for another time free of charge until the time named with the service, 24 hours before for most.',
    'If you come later than 15 minutes we may have to shorten the visit, so that the person after you does not wait.',
    'You pay at the salon, by card or in cash. This is a demonstration: nobody at Maré will open the door.',
  ].join('\n'),
  invoiceSellerName: 'Maré – Salão e Spa, Lda',
  invoiceSellerAddress: 'Rua da Maré Alta 18\n1200-000 Lisboa',
  invoiceTaxId: 'PT 500 000 000',
  invoiceTaxName: 'IVA',
  invoiceTaxRates: [2300, 600],
  invoicePaymentText:
    'Please pay at the salon, or to IBAN PT50 0000 0000 0000 0000 0000 0 and name the number of the invoice.',
  demo: true,
} as const satisfies Partial<Settings>;

export const demoZone = 'Europe/Lisbon';

export const demoLocations = [
  {
    key: 'lisbon',
    name: 'Maré Chiado',
    address: 'Rua da Maré Alta 18\n1200-000 Lisboa',
    phone: '+351 210 000 018',
    zone: demoZone,
  },
  {
    key: 'azores',
    name: 'Maré Ponta Delgada',
    address: 'Avenida das Ondas 7\n9500-000 Ponta Delgada',
    phone: '+351 296 000 007',
    zone: 'Atlantic/Azores',
  },
] as const;

export type LocationKey = (typeof demoLocations)[number]['key'];

/** Ids in an empty database: the place in the list, counted from 1. */
export const locationId = (key: LocationKey): number => demoLocations.findIndex((location) => location.key === key) + 1;
