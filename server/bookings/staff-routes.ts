import type { Handlers } from '../lib/endpoint.js';
import type { BookingDeps } from './deps.js';
import { appointmentScope } from './scope.js';
import { bookForCustomer } from './staff-booking.js';
import type { staffBookingEndpoints } from './staff-schema.js';

export const staffBookingHandlers = (deps: BookingDeps): Handlers<typeof staffBookingEndpoints> => ({
  'GET /bookings/choices': async ({ actor }) => {
    const scope = appointmentScope(actor);
    const categories = await deps.db('categories').orderBy(['position', 'id']).select('id', 'name');
    return { categories, provider: scope === 'all' ? null : scope.providerId };
  },
  'POST /bookings': ({ actor, body, idempotencyKey }) => bookForCustomer(deps, actor, body, idempotencyKey),
});
