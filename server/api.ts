import { sessionEndpoints } from './accounts/schema.js';
import { availabilityAdminEndpoints, availabilityEndpoints } from './availability/schema.js';
import { bookingAdminEndpoints, bookingEndpoints } from './bookings/schema.js';
import { catalogAdminEndpoints, catalogEndpoints } from './catalog/schema.js';
import { customerAdminEndpoints } from './customers/schema.js';
import type { Contract } from './lib/endpoint.js';
import { messageAdminEndpoints } from './notifications/schema.js';
import { providerAdminEndpoints } from './providers/schema.js';
import { siteEndpoints } from './settings/schema.js';

/** Everything under /api/v1 that visitors call. */
export const publicTable = { ...siteEndpoints, ...catalogEndpoints, ...availabilityEndpoints, ...bookingEndpoints };

/** Everything under /api/v1/admin. */
export const adminTable = {
  ...sessionEndpoints,
  ...catalogAdminEndpoints,
  ...providerAdminEndpoints,
  ...availabilityAdminEndpoints,
  ...bookingAdminEndpoints,
  ...customerAdminEndpoints,
  ...messageAdminEndpoints,
};

/** The tables as browsers import them: types only, `import type { PublicApi } from '../../server/api.js'`. */
export type PublicApi = Contract<typeof publicTable>;
export type AdminApi = Contract<typeof adminTable>;
