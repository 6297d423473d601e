import type { Kind } from './kind.js';
import { offer, officeHours } from './kind.js';

export const tutoring: Kind = {
  key: 'tutoring',
  name: { en: 'Tutoring', de: 'Nachhilfe & Unterricht' },
  categories: [
    {
      name: { en: 'Lessons', de: 'Unterricht' },
      offers: [
        offer('Trial lesson', 'Probestunde', 30, 0),
        offer('Single lesson', 'Einzelstunde', 60, 35),
        offer('Double lesson', 'Doppelstunde', 90, 50),
        offer('Small group', 'Kleingruppe', 60, 18, { capacity: 4 }),
      ],
    },
  ],
  hours: [
    [[1, 2, 3, 4, 5], ['14:00-20:00']],
    [[6], ['10:00-14:00']],
  ],
};

export const consulting: Kind = {
  key: 'consulting',
  name: { en: 'Consulting & coaching', de: 'Beratung & Coaching' },
  categories: [
    {
      name: { en: 'Sessions', de: 'Gespräche' },
      offers: [
        offer('Introductory call', 'Kennenlerngespräch', 20, 0),
        offer('Consultation', 'Beratung', 60, 120, { bufferAfter: 10 }),
        offer('In-depth session', 'Intensivgespräch', 120, 220, { bufferAfter: 15 }),
      ],
    },
  ],
  hours: officeHours,
};

export const yoga: Kind = {
  key: 'yoga',
  name: { en: 'Yoga & classes', de: 'Yoga & Kurse' },
  categories: [
    {
      name: { en: 'Classes', de: 'Kurse' },
      offers: [
        offer('Yoga', 'Yoga', 75, 16, { capacity: 12, bufferAfter: 15 }),
        offer('Pilates', 'Pilates', 60, 16, { capacity: 10, bufferAfter: 15 }),
        offer('Meditation', 'Meditation', 45, 12, { capacity: 15, bufferAfter: 15 }),
      ],
    },
    {
      name: { en: 'One to one', de: 'Einzeln' },
      offers: [offer('Private lesson', 'Einzelstunde', 60, 70, { bufferAfter: 15 })],
    },
  ],
  hours: [
    [
      [1, 2, 3, 4, 5],
      ['08:00-12:00', '16:00-20:30'],
    ],
    [[6], ['09:00-13:00']],
  ],
};
