import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import type { Handlers } from '../lib/endpoint.js';
import { AppError, notFound } from '../lib/errors.js';
import { decideMany } from './appointment-bulk.js';
import { appointmentDetail, insistOnAppointment } from './appointment-detail.js';
import { exportAppointments } from './appointment-export.js';
import type { AppointmentFilter } from './appointment-list.js';
import { listAppointments, readAppointments } from './appointment-list.js';
import type { bookingAdminEndpoints } from './appointment-schema.js';
import { noteAttendance } from './attendance.js';
import type { Decision } from './decision.js';
import { decide } from './decision.js';
import type { BookingDeps } from './deps.js';
import { reschedule } from './rescheduling.js';
import { restore } from './restoration.js';
import { appointmentScope, bookingToDecide, insistOnOwnProvider } from './scope.js';

export const bookingAdminHandlers = (deps: BookingDeps): Handlers<typeof bookingAdminEndpoints> => {
  const decision =
    (kind: Decision) =>
    async ({ params: { reference }, actor, body }: DecisionCall) => {
      const bookingId = await toDecide(deps, actor, reference);
      const request = { bookingId, decision: kind, by: 'business' as const, actor, notify: body.notify };
      return { reference, status: await decide(deps, { ...request, reason: body.reason ?? '' }) };
    };
  const filterOf = async (actor: Actor, query: FilterQuery): Promise<AppointmentFilter> => ({
    ...query,
    scope: appointmentScope(actor),
    timezone: query.timezone ?? (await deps.defaultZone()),
    status: query.status ?? 'active',
  });
  return {
    'GET /appointments': async ({ query, actor }) =>
      listAppointments(deps.db, {
        ...(await filterOf(actor, query)),
        sort: query.sort ?? 'start',
        page: query.page ?? 1,
        pageSize: query.pageSize ?? 50,
      }),
    'GET /appointments/export': async ({ query, actor }) =>
      exportAppointments(deps, actor, await filterOf(actor, query)),
    'GET /appointments/:id': ({ params, actor }) => appointmentDetail(deps.db, actor, params.id),
    'POST /appointments/:id/rescheduling': async ({ params, actor, body }) => {
      await insistOnAppointment(deps.db, actor, params.id);
      insistOnMove(actor, body);
      await reschedule(deps, actor, {
        appointmentId: params.id,
        start: Date.parse(body.start),
        end: body.end === undefined ? null : Date.parse(body.end),
        providerId: body.provider ?? null,
        locationId: body.location ?? null,
        version: body.version,
        overrule: body.overrule,
        notify: body.notify,
      });
      const [row] = await readAppointments(deps.db, [params.id]);
      if (!row) throw notFound();
      return row;
    },
    'POST /appointments/bulk': ({ actor, body }) => decideMany(deps, actor, body),
    'POST /bookings/:reference/approval': decision('approved'),
    'POST /bookings/:reference/rejection': decision('rejected'),
    'POST /bookings/:reference/cancellation': decision('cancelled'),
    'POST /bookings/:reference/restoration': async ({ params: { reference }, actor, body }) => {
      const bookingId = await toDecide(deps, actor, reference);
      return { reference, status: await restore(deps, { bookingId, actor, notify: body.notify }) };
    },
    'POST /bookings/:reference/attendance': async ({ params: { reference }, actor, body }) => {
      const bookingId = await toDecide(deps, actor, reference);
      const request = { bookingId, appointmentId: body.appointment ?? null, attendance: body.attendance, actor };
      return { reference, status: await noteAttendance(deps, request) };
    },
  };
};

interface DecisionCall {
  params: { reference: string };
  actor: Actor;
  body: { reason?: string; notify: boolean };
}

type FilterQuery = Partial<Omit<AppointmentFilter, 'scope'>>;

/** AppError `forbidden`: for the rules it takes a right, and for another provider's time that of seeing it (ATTACKS S05). */
function insistOnMove(
  actor: Actor,
  { overrule, provider }: { overrule: boolean; provider?: number | undefined },
): void {
  if (provider !== undefined) insistOnOwnProvider(actor, provider);
  if (overrule && !(actor.kind === 'account' && actor.permissions.has('appointments.overrule')))
    throw new AppError('forbidden', 'Your account may not overrule booking rules.', { field: 'overrule' });
}

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
