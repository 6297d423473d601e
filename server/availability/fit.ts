import { MINUTE } from '../lib/time-zone.js';
import type { MisfitReason } from '../providers/impact-schema.js';
import { checkMove } from './booking-rules.js';
import type { Business, ProviderRule, Taken } from './business.js';
import { diaryOf, offerOf } from './business.js';
import type { RefusalReason } from './schema.js';

/** The time of a booked appointment, and whose and where it is. Instants in epoch milliseconds. */
export interface BookedTime {
  id: number;
  providerId: number;
  serviceId: number;
  locationId: number;
  startsAt: number;
  endsAt: number;
}

const nothing: Taken = { busy: [], absences: [] };

/**
 * Why a booked appointment would no longer be given where it is, or null where it still fits: its provider works there, performs
 * the service, and neither hours nor time off stand against it. The rules are those of moving it (T4, T9); what is booked beside
 * it says nothing.
 */
export function misfitOf(
  business: Business,
  appointment: BookedTime,
  absences: Taken['absences'],
): MisfitReason | null {
  const provider = business.providers.find(({ id }) => id === appointment.providerId);
  if (!provider) return 'not_offered';
  // With nothing booked beside it and no buffers, hours and time off are all that is left to say no.
  return whyNotWith(business, appointment, provider, { ...nothing, absences }, false) as MisfitReason | null;
}

/** Whether a provider could take over an appointment of somebody else at its time, buffers and all. */
export const couldTake = (
  business: Business,
  appointment: BookedTime,
  provider: ProviderRule,
  taken: Taken | undefined,
): boolean => whyNotWith(business, appointment, provider, taken ?? nothing, true) === null;

function whyNotWith(
  business: Business,
  { serviceId, locationId, startsAt, endsAt }: BookedTime,
  provider: ProviderRule,
  taken: Taken,
  withBuffers: boolean,
): RefusalReason | null {
  const service = business.services.get(serviceId);
  const offer = service && business.locations.has(locationId) ? offerOf(provider, service, locationId) : null;
  if (!offer) return 'not_offered';
  const duration = endsAt - startsAt;
  const diary = diaryOf(business, provider, locationId, taken, startsAt, startsAt + MINUTE, duration);
  const { bufferBefore, bufferAfter } = withBuffers ? offer : { bufferBefore: 0, bufferAfter: 0 };
  const leg = { offer: { ...offer, duration }, diary, start: startsAt, bufferBefore, bufferAfter };
  return checkMove(leg, startsAt, false);
}
