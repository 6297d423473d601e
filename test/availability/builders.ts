import type { Business, ProviderRule, ServiceRule, Taken } from '../../server/availability/business.js';
import { candidatesAt, daysToInstants, visitLimits } from '../../server/availability/business.js';
import type { Busy } from '../../server/availability/diary.js';
import type { Question, Slot } from '../../server/availability/slots.js';
import { listSlots } from '../../server/availability/slots.js';
import { formatInstant, parseDay } from '../../server/lib/time-zone.js';

export const at = (instant: string): number => Date.parse(instant);
export const day = (text: string): number => parseDay(text) as number;
export const HOUR = 3_600_000;

export const aService = (rule: Partial<ServiceRule> = {}): ServiceRule => ({
  id: 1,
  name: 'Haircut',
  cancelNoticeMinutes: 0,
  durationMinutes: 60,
  stepMinutes: 60,
  priceMinor: 5000,
  currency: 'EUR',
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  capacity: 1,
  leadMinutes: 0,
  horizonDays: 500_000,
  needsApproval: false,
  active: true,
  bookable: true,
  ...rule,
});

/** Ada: works at location 1 on weekdays from nine to five and performs service 1, unless told otherwise. */
export const aProvider = (rule: Partial<ProviderRule> = {}): ProviderRule => ({
  id: 1,
  name: 'Ada',
  resourceId: rule.id ?? 1,
  locations: new Set([1]),
  services: new Map([[1, { priceMinor: null, durationMinutes: null }]]),
  hours: {
    weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, locationId: 1, start: 540, end: 1020 })),
    specialDays: new Map(),
  },
  ...rule,
});

export const performs = (...ids: number[]): ProviderRule['services'] =>
  new Map(ids.map((id) => [id, { priceMinor: null, durationMinutes: null }]));

/** A busy time of one person from one instant to another. */
export const aBusy = (from: string, to: string, busy: Partial<Busy> = {}): Busy => ({
  appointmentId: 0,
  from: at(from),
  to: at(to),
  startsAt: at(from),
  endsAt: at(to),
  serviceId: 999,
  locationId: 1,
  capacity: 1,
  taken: 1,
  ...busy,
});

export interface Scene {
  zone?: string;
  services?: ServiceRule[];
  providers?: ProviderRule[];
  closures?: Business['closures'];
  /** By provider. */
  taken?: Map<number, Partial<Taken>>;
  now?: string;
  persons?: number;
  /** Which services are asked for, in order; all by default. */
  asked?: number[];
}

/** A question about a scene for starts in [from, to). */
export function question(scene: Scene, from: number, to: number): Question {
  const zone = scene.zone ?? 'UTC';
  const services = scene.services ?? [aService()];
  const byId = new Map(services.map((service) => [service.id, service]));
  const business: Business = {
    services: byId,
    providers: scene.providers ?? [aProvider()],
    locations: new Map([[1, { zone, name: 'Baixa', address: '' }]]),
    closures: scene.closures ?? [],
  };
  const asked = (scene.asked ?? services.map((service) => service.id)).map((id) => byId.get(id) as ServiceRule);
  const takenOf = (provider: ProviderRule): Taken => ({ busy: [], absences: [], ...scene.taken?.get(provider.id) });
  return {
    locationId: 1,
    candidates: candidatesAt(business, 1, asked, business.providers, takenOf, from, to),
    services: asked.length,
    persons: scene.persons ?? 1,
    limits: visitLimits(asked, zone, at(scene.now ?? '2026-01-01T00:00:00Z')),
  };
}

/** The slots of a scene on local days, both inclusive. */
export function slotsOn(scene: Scene, firstDay: string, lastDay = firstDay, zone = scene.zone ?? 'UTC'): Slot[] {
  const { from, to } = daysToInstants(zone, day(firstDay), day(lastDay));
  return listSlots(question(scene, from, to), from, to);
}

export const startsOf = (slots: Slot[]): string[] => slots.map((slot) => formatInstant(slot.start));
