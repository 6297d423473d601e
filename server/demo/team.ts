import type { LocationKey } from './house.js';
import type { ServiceKey } from './services.js';

export type ProviderKey = 'ana' | 'rui' | 'ines' | 'tomas' | 'lucia';

/** A provider of the demo, with the weekly windows as `[ISO weekdays, location, windows]` in wall-clock time. */
export interface DemoProvider {
  key: ProviderKey;
  name: string;
  email: string;
  phone: string | null;
  /** Own price in cents and own duration in minutes where they differ from the service's. */
  services: Partial<Record<ServiceKey, { price?: number; duration?: number }>>;
  hours: readonly (readonly [weekdays: readonly number[], location: LocationKey, windows: readonly string[]])[];
}

const [monday, tuesday, wednesday, thursday, friday, saturday] = [1, 2, 3, 4, 5, 6] as const;

export const demoProviders: readonly DemoProvider[] = [
  {
    key: 'ana',
    name: 'Ana Moreira',
    email: 'ana@mare.example',
    phone: '+351 910 000 021',
    // The senior stylist: twenty years behind the chair cost more.
    services: {
      cut: { price: 5800 },
      gentlemen: { price: 3000 },
      blowdry: { price: 3400 },
      bridal: { price: 21_000 },
      roots: { price: 7000 },
      gloss: { price: 4400 },
      balayage: { price: 16_500, duration: 165 },
      correction: {},
    },
    hours: [
      [[tuesday, wednesday, thursday, friday], 'lisbon', ['10:00-13:30', '14:30-19:00']],
      [[saturday], 'lisbon', ['09:00-14:00']],
    ],
  },
  {
    key: 'rui',
    name: 'Rui Tavares',
    email: 'rui@mare.example',
    phone: '+351 910 000 022',
    services: { gentlemen: {}, cut: { price: 4200, duration: 45 }, blowdry: {} },
    hours: [
      [[monday, friday], 'lisbon', ['09:00-13:00', '14:00-18:00']],
      [[thursday], 'lisbon', ['11:00-15:00', '16:00-20:30']],
    ],
  },
  {
    key: 'ines',
    name: 'Inês Carvalho',
    email: 'ines@mare.example',
    phone: '+351 910 000 023',
    services: { cut: {}, blowdry: {}, bridal: {}, roots: {}, gloss: {}, balayage: {}, correction: {}, brows: {} },
    hours: [
      [[monday, tuesday, wednesday], 'lisbon', ['09:30-13:00', '14:00-18:30']],
      [[friday], 'azores', ['10:00-13:30', '14:30-19:00']],
      [[saturday], 'azores', ['10:00-15:00']],
    ],
  },
  {
    key: 'tomas',
    name: 'Tomás Brito',
    email: 'tomas@mare.example',
    phone: null,
    services: { massage: { price: 6800 }, yoga: {}, pilates: {} },
    // Half days without a break: each begins with the class.
    hours: [
      [[monday, wednesday, friday], 'lisbon', ['07:30-13:30']],
      [[saturday], 'lisbon', ['08:00-12:00']],
    ],
  },
  {
    key: 'lucia',
    name: 'Lúcia Medeiros',
    email: 'lucia@mare.example',
    phone: '+351 910 000 025',
    services: { massage: { price: 6000 }, scrub: {}, facial: {}, brows: { price: 2000 } },
    hours: [
      [[tuesday, wednesday, thursday], 'azores', ['09:00-13:00', '14:00-18:00']],
      [[saturday], 'azores', ['09:30-13:30']],
    ],
  },
];

/** Ids in an empty database; a provider's calendar has the same. */
export const providerId = (key: ProviderKey): number => demoProviders.findIndex((one) => one.key === key) + 1;

/** Locations of a provider, in the order of the hours. */
export const locationsOf = (provider: DemoProvider): LocationKey[] => [
  ...new Set(provider.hours.map(([, location]) => location)),
];
