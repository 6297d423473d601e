import type { Handlers } from '../lib/endpoint.js';
import { book } from './booking.js';
import { decide } from './decision.js';
import type { BookingDeps } from './deps.js';
import { openByToken, readOwnBooking } from './own-booking.js';
import type { bookingEndpoints } from './schema.js';

export const bookingHandlers = (deps: BookingDeps): Handlers<typeof bookingEndpoints> => ({
  'POST /bookings': ({ body, idempotencyKey, actor }) => book(deps, body, idempotencyKey, actor),
  'GET /bookings/:reference': async ({ params, bearer }) =>
    readOwnBooking(deps.db, await openByToken(deps.db, params.reference, bearer), deps.clock.now()),
  'GET /bookings/:reference/calendar': async ({ params, bearer }) =>
    deps.calendarFile(await openByToken(deps.db, params.reference, bearer)),
  'POST /bookings/:reference/cancellation': async ({ params, bearer, body, actor }) => {
    const bookingId = await openByToken(deps.db, params.reference, bearer);
    await decide(deps, { bookingId, decision: 'cancelled', by: 'customer', reason: body.reason, actor });
    return readOwnBooking(deps.db, bookingId, deps.clock.now());
  },
});
