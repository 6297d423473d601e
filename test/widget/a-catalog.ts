import { readOptions } from '../../widget/booking/options.js';
import type { Catalog, Slot } from '../../widget/booking/types.js';
import type { Choice } from '../../widget/booking/visit.js';

type Service = Catalog['services'][number];

/** A salon: a cut by Ada (Lisbon) or Ines (both houses), a colour by Ines, yoga for five in the Azores, a shave by Ada alone. */
export const aCatalog = (): Catalog => ({
  categories: [{ id: 1, name: 'Hair' }],
  services: [
    aService(1, { providers: [by(1, 4800), by(2, 5200, 60)], locations: [1, 2] }),
    aService(2, { providers: [by(2, 9000, 120)], locations: [1, 2] }),
    aService(3, { capacity: 5, providers: [by(3, 1600)], locations: [2] }),
    aService(4, { providers: [by(1, 2000, 20)], locations: [1] }),
  ],
  providers: [
    { id: 1, name: 'Ada', picture: null, locations: [1] },
    { id: 2, name: 'Ines', picture: null, locations: [1, 2] },
    { id: 3, name: 'Bea', picture: null, locations: [2] },
  ],
  locations: [
    { id: 1, name: 'Lisbon', address: '', timeZone: 'Europe/Lisbon' },
    { id: 2, name: 'Ponta Delgada', address: '', timeZone: 'Atlantic/Azores' },
  ],
});

const by = (id: number, priceMinor: number, durationMinutes = 45) => ({ id, priceMinor, durationMinutes });

const aService = (id: number, fields: Partial<Service>): Service => ({
  id,
  categoryId: 1,
  name: `Service ${id}`,
  description: '',
  durationMinutes: 45,
  priceMinor: 4800,
  currency: 'EUR',
  capacity: 1,
  colour: '#000000',
  picture: null,
  needsApproval: false,
  cancelNoticeMinutes: 1440,
  providers: [],
  locations: [],
  ...fields,
});

export const aChoice = (attributes: Record<string, string> = {}, catalog = aCatalog()): Choice => ({
  catalog,
  options: readOptions((name) => attributes[name] ?? null),
});

export const aSlot = (fields: Partial<Slot> = {}): Slot => ({
  start: '2026-12-01T10:00:00Z',
  end: '2026-12-01T10:45:00Z',
  location: 1,
  providers: [2, 1],
  ...fields,
});
