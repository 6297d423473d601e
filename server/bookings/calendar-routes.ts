import type { Handlers } from '../lib/endpoint.js';
import { readAvailabilityDay } from './availability-day.js';
import { readCalendar } from './calendar.js';
import type { calendarEndpoints } from './calendar-schema.js';
import type { BookingDeps } from './deps.js';
import type { LiveCalendars } from './live-calendars.js';
import { appointmentScope } from './scope.js';

export const calendarHandlers = (deps: BookingDeps, live: LiveCalendars): Handlers<typeof calendarEndpoints> => ({
  'GET /calendar': ({ query, actor }) => readCalendar(deps, { ...query, scope: appointmentScope(actor) }),
  'GET /events': async ({ actor }) => live.listen(actor),
  'GET /availability/day': ({ query, actor }) => readAvailabilityDay(deps, query, appointmentScope(actor)),
});
