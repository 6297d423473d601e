import type { AdminApi } from '../../server/api.js';
import type { DurationText, TimeUnit } from '../kit/duration-text.js';
import { durationText, parseDuration } from '../kit/duration-text.js';
import { minorOf, moneyText } from '../kit/money-text.js';
import type { Performer, Service } from './catalog-types.js';

export type NewService = AdminApi['POST /services']['body'];

/** A provider in the form: with no price or length of their own they have the service's. */
export interface PerformerDraft {
  price: string;
  /** Minutes. */
  duration: string;
}

/** A service as the form edits it: what is typed stays as it was typed. */
export interface ServiceDraft {
  name: string;
  categoryId: string;
  description: string;
  duration: DurationText;
  before: DurationText;
  after: DurationText;
  step: string;
  price: string;
  capacity: string;
  performers: Readonly<Record<number, PerformerDraft>>;
  lead: DurationText;
  horizon: string;
  cancelNotice: DurationText;
  rescheduleNotice: DurationText;
  needsApproval: boolean;
  colour: string;
  isPrivate: boolean;
}

export const shortUnits: readonly TimeUnit[] = ['minutes', 'hours'];
export const allUnits: readonly TimeUnit[] = ['minutes', 'hours', 'days'];

/** What a new service starts from, beside what the settings say of its rules: half an hour for one. */
export const usualService = {
  name: '',
  description: '',
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  capacity: 1,
  visibility: 'visible' as const,
};

type Fields = Omit<Service, 'id' | 'picture' | 'status' | 'position' | 'priceMinor'> & { priceMinor: number | null };

/** The form of a service; a price of null is one still to be typed. */
export function draftOf(language: string, service: Fields, performers: readonly Performer[]): ServiceDraft {
  const money = (minor: number | null) => (minor === null ? '' : moneyText(language, minor, service.currency));
  return {
    name: service.name,
    categoryId: String(service.categoryId),
    description: service.description,
    duration: durationText(service.durationMinutes, shortUnits),
    before: durationText(service.bufferBeforeMinutes, shortUnits),
    after: durationText(service.bufferAfterMinutes, shortUnits),
    step: String(service.stepMinutes),
    price: money(service.priceMinor),
    capacity: String(service.capacity),
    performers: Object.fromEntries(
      performers.map(({ providerId, priceMinor, durationMinutes }) => [
        providerId,
        { price: money(priceMinor), duration: durationMinutes === null ? '' : String(durationMinutes) },
      ]),
    ),
    lead: durationText(service.leadMinutes, allUnits),
    horizon: String(service.horizonDays),
    cancelNotice: durationText(service.cancelNoticeMinutes, allUnits),
    rescheduleNotice: durationText(service.rescheduleNoticeMinutes, allUnits),
    needsApproval: service.needsApproval,
    colour: service.colour,
    isPrivate: service.visibility === 'private',
  };
}

const year = 365 * 24 * 60;
const whole = (text: string, least: number, most: number): number | null =>
  /^\d{1,6}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
const within = (text: DurationText, least: number, most: number): number | null => {
  const minutes = parseDuration(text);
  return minutes !== null && minutes >= least && minutes <= most ? minutes : null;
};

/** What the form says, field by field in the API's terms; null where it says nothing that can be kept. */
export const fieldsOf = (draft: ServiceDraft, currency: string) => ({
  name: draft.name.trim() || null,
  categoryId: Number(draft.categoryId) || null,
  description: draft.description.trim(),
  durationMinutes: within(draft.duration, 5, 1440),
  bufferBeforeMinutes: within(draft.before, 0, 240),
  bufferAfterMinutes: within(draft.after, 0, 240),
  stepMinutes: whole(draft.step, 5, 1440),
  priceMinor: minorOf(draft.price, currency),
  currency,
  capacity: whole(draft.capacity, 1, 1000),
  leadMinutes: within(draft.lead, 0, year),
  horizonDays: whole(draft.horizon, 1, 730),
  cancelNoticeMinutes: within(draft.cancelNotice, 0, year),
  rescheduleNoticeMinutes: within(draft.rescheduleNotice, 0, year),
  needsApproval: draft.needsApproval,
  colour: draft.colour,
  visibility: draft.isPrivate ? ('private' as const) : ('visible' as const),
});

export type ServiceField = keyof ReturnType<typeof fieldsOf>;

/** Fields that can't be kept as they are, in the order of the form; `performers.7.price` is one of a provider's. */
export function faultsOf(draft: ServiceDraft, currency: string): string[] {
  const fields = Object.entries(fieldsOf(draft, currency));
  const own = Object.entries(draft.performers).flatMap(([id, { price, duration }]) => [
    ...(price.trim() && minorOf(price, currency) === null ? [`performers.${id}.price`] : []),
    ...(duration.trim() && whole(duration, 5, 1440) === null ? [`performers.${id}.duration`] : []),
  ]);
  return [...fields.filter(([, value]) => value === null).map(([name]) => name), ...own];
}

/** Who performs it, in the API's terms. Only of a form without faults. */
export const performersOf = (draft: ServiceDraft, currency: string): Performer[] =>
  Object.entries(draft.performers).map(([id, { price, duration }]) => ({
    providerId: Number(id),
    priceMinor: price.trim() ? minorOf(price, currency) : null,
    durationMinutes: duration.trim() ? Number(duration) : null,
  }));

/** Only what differs from the service goes to the server, so that two who change different things keep both. */
export function changesOf(service: Service, draft: ServiceDraft): Partial<NewService> {
  const fields = Object.entries(fieldsOf(draft, service.currency));
  return Object.fromEntries(fields.filter(([name, value]) => service[name as ServiceField] !== value));
}

const frozen = [
  'durationMinutes',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'priceMinor',
  'capacity',
  'needsApproval',
];
const live = ['cancelNoticeMinutes', 'rescheduleNoticeMinutes'];

/** Whether changes bear on what is booked: `frozen` ones that booked appointments keep as they were, `live` ones that hold for them too. */
export const bearingOf = (changes: object): { frozen: boolean; live: boolean } => ({
  frozen: Object.keys(changes).some((name) => frozen.includes(name)),
  live: Object.keys(changes).some((name) => live.includes(name)),
});

/** Providers who no longer perform it. */
export const leavingOf = (before: readonly Performer[], draft: ServiceDraft): number[] =>
  before.map(({ providerId }) => providerId).filter((id) => !(id in draft.performers));
