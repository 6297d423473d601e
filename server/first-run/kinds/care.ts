import type { Kind } from './kind.js';
import { offer, shopHours } from './kind.js';

export const hair: Kind = {
  key: 'hair',
  name: { en: 'Hair salon', de: 'Friseursalon' },
  categories: [
    {
      name: { en: 'Cut & styling', de: 'Schnitt & Styling' },
      offers: [
        offer('Cut & blow-dry', 'Schneiden & Föhnen', 60, 55),
        offer('Short haircut', 'Kurzhaarschnitt', 30, 32),
        offer('Children’s haircut', 'Kinderschnitt', 30, 20),
        offer('Wash & blow-dry', 'Waschen & Föhnen', 45, 35),
      ],
    },
    {
      name: { en: 'Colour', de: 'Farbe' },
      offers: [
        offer('Root touch-up', 'Ansatzfarbe', 75, 58, { bufferAfter: 10 }),
        offer('Highlights', 'Strähnen', 120, 110, { bufferAfter: 15 }),
        offer('Balayage', 'Balayage', 180, 165, { bufferAfter: 15 }),
      ],
    },
  ],
  hours: shopHours,
};

export const barber: Kind = {
  key: 'barber',
  name: { en: 'Barber', de: 'Barbier' },
  categories: [
    {
      name: { en: 'Hair', de: 'Haare' },
      offers: [offer('Haircut', 'Haarschnitt', 30, 28), offer('Buzz cut', 'Maschinenschnitt', 20, 18)],
    },
    {
      name: { en: 'Beard', de: 'Bart' },
      offers: [
        offer('Beard trim', 'Bart trimmen', 20, 16),
        offer('Hot towel shave', 'Nassrasur mit warmem Tuch', 30, 28),
        offer('Haircut & beard', 'Haarschnitt & Bart', 45, 40),
      ],
    },
  ],
  hours: [[[2, 3, 4, 5, 6], ['10:00-19:00']]],
};

export const beauty: Kind = {
  key: 'beauty',
  name: { en: 'Beauty studio', de: 'Kosmetikstudio' },
  categories: [
    {
      name: { en: 'Face', de: 'Gesicht' },
      offers: [
        offer('Classic facial', 'Klassische Gesichtsbehandlung', 60, 65, { bufferAfter: 10 }),
        offer('Brow shaping', 'Augenbrauen in Form', 20, 18),
        offer('Lash lift', 'Wimpernlifting', 60, 59),
      ],
    },
    {
      name: { en: 'Hands & feet', de: 'Hände & Füße' },
      offers: [
        offer('Manicure', 'Maniküre', 45, 35),
        offer('Gel polish', 'Gellack', 60, 42),
        offer('Pedicure', 'Pediküre', 50, 42),
      ],
    },
  ],
  hours: shopHours,
};
