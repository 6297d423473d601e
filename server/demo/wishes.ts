import type { ServiceKey } from './services.js';
import type { ProviderKey } from './team.js';

/** What people ask of a provider, and how often beside the others. `crew` where more than one performs the visit. */
export interface Wish {
  services: readonly ServiceKey[];
  weight: number;
  crew?: readonly ProviderKey[];
}

export const wishes: Record<ProviderKey, readonly Wish[]> = {
  ana: [
    { services: ['cut'], weight: 9 },
    { services: ['blowdry'], weight: 4 },
    { services: ['roots'], weight: 4 },
    { services: ['balayage'], weight: 3 },
    { services: ['gloss'], weight: 2 },
    { services: ['roots', 'cut'], weight: 2 },
    { services: ['gloss', 'blowdry'], weight: 1 },
    { services: ['gentlemen'], weight: 1 },
    { services: ['cut', 'brows'], crew: ['ana', 'ines'], weight: 1.5 },
  ],
  rui: [
    { services: ['gentlemen'], weight: 6 },
    { services: ['cut'], weight: 5 },
    { services: ['blowdry'], weight: 2 },
  ],
  ines: [
    { services: ['cut'], weight: 5 },
    { services: ['roots'], weight: 4 },
    { services: ['balayage'], weight: 3 },
    { services: ['gloss'], weight: 2 },
    { services: ['brows'], weight: 2 },
    { services: ['blowdry'], weight: 1 },
    { services: ['roots', 'brows'], weight: 1.5 },
    { services: ['correction'], weight: 0.4 },
  ],
  tomas: [
    { services: ['massage'], weight: 6 },
    { services: ['pilates'], weight: 5 },
    { services: ['pilates', 'massage'], weight: 1 },
  ],
  lucia: [
    { services: ['facial'], weight: 5 },
    { services: ['massage'], weight: 4 },
    { services: ['scrub'], weight: 3 },
    { services: ['brows'], weight: 3 },
    { services: ['facial', 'brows'], weight: 2 },
    { services: ['scrub', 'massage'], weight: 1 },
  ],
};

/** Who asks for it, where one may say so. */
export const askedBy: Partial<Record<ServiceKey, 'women' | 'men'>> = {
  gentlemen: 'men',
  blowdry: 'women',
  bridal: 'women',
  roots: 'women',
  gloss: 'women',
  balayage: 'women',
  correction: 'women',
};

/** Services of which somebody has one or the other. */
export const alike = (one: ServiceKey, other: ServiceKey): boolean =>
  one === other || (isCut(one) && isCut(other)) || (isColour(one) && isColour(other));
const isCut = (service: ServiceKey): boolean => service === 'cut' || service === 'gentlemen';
const isColour = (service: ServiceKey): boolean => ['roots', 'gloss', 'balayage', 'correction'].includes(service);

/** Days until somebody has the same again at the earliest. */
export const againAfter: Record<ServiceKey, number> = {
  cut: 28,
  gentlemen: 18,
  blowdry: 6,
  bridal: 400,
  roots: 25,
  gloss: 30,
  balayage: 60,
  correction: 400,
  massage: 9,
  scrub: 25,
  facial: 20,
  brows: 18,
  yoga: 2,
  pilates: 5,
};
