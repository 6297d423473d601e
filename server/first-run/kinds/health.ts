import type { Kind } from './kind.js';
import { offer, practiceHours } from './kind.js';

export const physio: Kind = {
  key: 'physio',
  name: { en: 'Physiotherapy', de: 'Physiotherapie' },
  categories: [
    {
      name: { en: 'Treatment', de: 'Behandlung' },
      offers: [
        offer('First appointment', 'Ersttermin', 45, 65, { bufferAfter: 5 }),
        offer('Physiotherapy', 'Krankengymnastik', 25, 38, { bufferAfter: 5 }),
        offer('Manual therapy', 'Manuelle Therapie', 25, 42, { bufferAfter: 5 }),
        offer('Lymphatic drainage', 'Lymphdrainage', 45, 58, { bufferAfter: 5 }),
      ],
    },
    {
      name: { en: 'Massage', de: 'Massage' },
      offers: [
        offer('Back massage', 'Rückenmassage', 30, 40),
        offer('Whole body massage', 'Ganzkörpermassage', 60, 72),
      ],
    },
  ],
  hours: practiceHours,
};

export const dentist: Kind = {
  key: 'dentist',
  name: { en: 'Dentist', de: 'Zahnarztpraxis' },
  categories: [
    {
      name: { en: 'Check-ups', de: 'Vorsorge' },
      offers: [
        offer('Check-up', 'Kontrolluntersuchung', 30, 0),
        offer('New patient', 'Ersttermin', 45, 0),
        offer('Professional cleaning', 'Professionelle Zahnreinigung', 60, 95, { bufferAfter: 10 }),
      ],
    },
    {
      name: { en: 'Treatment', de: 'Behandlung' },
      offers: [
        offer('Toothache', 'Schmerztermin', 30, 0),
        offer('Consultation', 'Beratung', 30, 0),
        offer('Whitening', 'Bleaching', 90, 290, { bufferAfter: 10 }),
      ],
    },
  ],
  hours: practiceHours,
};
