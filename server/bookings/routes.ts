import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import type { Handlers } from '../lib/endpoint.js';
import { AppError } from '../lib/errors.js';
import { listAppointments } from './appointment-list.js';
import { book } from './booking.js';
import type { Decision } from './decision.js';
import { decide } from './decision.js';
import type { BookingDeps } from './deps.js';
import { openByToken, readOwnBooking } from './own-booking.js';
import type { bookingAdminEndpoints, bookingEndpoints } from './schema.js';
import { appointmentScope, bookingToDecide } from './scope.js';

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

export const bookingAdminHandlers = (deps: BookingDeps): Handlers<typeof bookingAdminEndpoints> => {
  const decision =
    (kind: Decision) =>
    async ({ params, actor, reason }: { params: { reference: string }; actor: Actor; reason: string }) => {
      const bookingId = await toDecide(deps, actor, params.reference);
      const status = await decide(deps, { bookingId, decision: kind, by: 'business', reason, actor });
      return { reference: params.reference, status };
    };
  const approve = decision('approved');
  const reject = decision('rejected');
  const cancel = decision('cancelled');
  return {
    'GET /appointments': async ({ query, actor }) => {
      const zone = query.timezone ?? (await deps.defaultZone());
      return listAppointments(deps.db, {
        ...query,
        scope: appointmentScope(actor),
        timezone: zone,
        status: query.status ?? 'active',
        page: query.page ?? 1,
        pageSize: query.pageSize ?? 50,
      });
    },
    'POST /bookings/:reference/approval': ({ params, actor }) => approve({ params, actor, reason: '' }),
    'POST /bookings/:reference/rejection': ({ params, actor, body }) => reject({ params, actor, reason: body.reason }),
    'POST /bookings/:reference/cancellation': ({ params, actor, body }) =>
      cancel({ params, actor, reason: body.reason }),
  };
};

/** A refusal leaves a row in the trail (ATTACKS, oracle 3). */
async function toDecide(deps: BookingDeps, actor: Actor, reference: string): Promise<number> {
  try {
    return await bookingToDecide(deps.db, actor, reference);
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') {
      const at = deps.clock.now();
      await transact(deps.db, (tx) =>
        deps.record(tx, [{ at, actor, action: 'access.denied', subject: 'booking', values: { reference } }]),
      );
      error.isOnRecord = true;
    }
    throw error;
  }
}
