import type { Customer } from './customers.js';
import type { Seeded } from './seeded.js';

/** Where people of a zone live; guests from elsewhere have left no address. */
const homes: Readonly<Record<string, { city: string; postalCode: string }>> = {
  'Europe/Lisbon': { city: 'Lisboa', postalCode: '1200-195' },
  'Atlantic/Azores': { city: 'Ponta Delgada', postalCode: '9500-150' },
};

/** What the desk knows of a customer beside name and contact: of some more, of some nothing. */
export function detailsOf({ isWoman, zone }: Customer, chance: Seeded) {
  const isKnown = chance.chance(0.6);
  const lives = chance.chance(0.45);
  const newsletter = chance.chance(0.35);
  const home = homes[zone];
  return {
    gender: isKnown ? (isWoman ? 'female' : 'male') : null,
    newsletter,
    ...{ city: null, postalCode: null, country: null },
    ...(lives && home ? { ...home, country: 'PT' } : {}),
  };
}
