import { invitationOf } from '../lib/actor.js';
import type { Handlers } from '../lib/endpoint.js';
import { formatInstant, parseDay } from '../lib/time-zone.js';
import type { Visit } from './question.js';
import type { availabilityAdminEndpoints, availabilityEndpoints } from './schema.js';
import type { Availability } from './service.js';

export const availabilityHandlers = (availability: Availability): Handlers<typeof availabilityEndpoints> => ({
  'GET /availability': ({ query, actor }) =>
    availability.range({
      ...visitOf(query),
      invitedTo: invitationOf(actor),
      firstDay: parseDay(query.from) ?? 0,
      lastDay: parseDay(query.to) ?? 0,
      zone: query.timezone ?? null,
    }),
});

export const availabilityAdminHandlers = (availability: Availability): Handlers<typeof availabilityAdminEndpoints> => ({
  'GET /availability/explanation': async ({ query }) => {
    const start = Date.parse(query.start);
    const explanation = await availability.explain(visitOf(query), start);
    return {
      start: formatInstant(start),
      bookable: explanation.bookable,
      reason: explanation.reason,
      providers: explanation.providers.map(({ providerId, locationId, bookable, reason }) => ({
        provider: providerId,
        location: locationId,
        bookable,
        reason,
      })),
    };
  },
});

const visitOf = (query: {
  service: number[];
  provider?: number;
  location?: number;
  persons?: number;
  extras?: { id: number; quantity: number }[];
}): Visit => ({
  services: query.service,
  providerId: query.provider ?? null,
  locationId: query.location ?? null,
  persons: query.persons ?? 1,
  ...(query.extras ? { extras: query.extras } : {}),
});
