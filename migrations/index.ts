import type { Migration } from '../server/db/migrate.js';
import { settings } from './0001-settings.js';
import { versions } from './0002-versions.js';
import { calendars } from './0003-calendars.js';
import { locations } from './0004-locations.js';
import { categories } from './0005-categories.js';
import { services } from './0006-services.js';
import { providers } from './0007-providers.js';
import { providerLocations } from './0008-provider-locations.js';
import { providerServices } from './0009-provider-services.js';
import { workingHours } from './0010-working-hours.js';
import { specialDays } from './0011-special-days.js';
import { absences } from './0012-absences.js';
import { closures } from './0013-closures.js';
import { customers } from './0014-customers.js';
import { appointments } from './0015-appointments.js';
import { bookings } from './0016-bookings.js';
import { bookingItems } from './0017-booking-items.js';
import { decisions } from './0018-decisions.js';
import { idempotencyKeys } from './0019-idempotency-keys.js';
import { outbox } from './0020-outbox.js';
import { messages } from './0021-messages.js';
import { audit } from './0022-audit.js';
import { accounts } from './0023-accounts.js';
import { sessions } from './0024-sessions.js';
import { rateLimits } from './0025-rate-limits.js';
import { jobRuns } from './0026-job-runs.js';

/** Every migration in order. A file that is not listed does not run; test/migrations.test.ts holds the list whole. */
export const migrations: readonly Migration[] = [
  settings,
  versions,
  calendars,
  locations,
  categories,
  services,
  providers,
  providerLocations,
  providerServices,
  workingHours,
  specialDays,
  absences,
  closures,
  customers,
  appointments,
  bookings,
  bookingItems,
  decisions,
  idempotencyKeys,
  outbox,
  messages,
  audit,
  accounts,
  sessions,
  rateLimits,
  jobRuns,
];
