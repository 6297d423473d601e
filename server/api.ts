import { ownAccountEndpoints, passwordLinkEndpoints, sessionEndpoints } from './accounts/schema.js';
import { teamEndpoints } from './accounts/team-schema.js';
import { availabilityAdminEndpoints, availabilityEndpoints } from './availability/schema.js';
import { bookingAdminEndpoints } from './bookings/appointment-schema.js';
import { calendarEndpoints } from './bookings/calendar-schema.js';
import { bookingEndpoints } from './bookings/schema.js';
import { staffBookingEndpoints } from './bookings/staff-schema.js';
import { catalogArrangeEndpoints } from './catalog/arrange-schema.js';
import { extraEndpoints } from './catalog/extras/schema.js';
import { serviceLinkEndpoints } from './catalog/link/schema.js';
import { pictureEndpoints as catalogPictureEndpoints, servicePictureEndpoints } from './catalog/picture/schema.js';
import { catalogAdminEndpoints, catalogEndpoints } from './catalog/schema.js';
import { bulkEndpoints } from './customers/bulk/schema.js';
import { detailEndpoints } from './customers/detail/schema.js';
import { duplicateEndpoints } from './customers/duplicates/schema.js';
import { erasureEndpoints } from './customers/erasure/schema.js';
import { exportEndpoints } from './customers/export/schema.js';
import { importEndpoints } from './customers/import/schema.js';
import { listEndpoints } from './customers/list/schema.js';
import { mailEndpoints, unsubscribeEndpoints } from './customers/mail/schema.js';
import { nationalityEndpoints } from './customers/nationality/schema.js';
import { noteEndpoints } from './customers/notes/schema.js';
import { personExportEndpoints } from './customers/person-export/schema.js';
import { pictureEndpoints } from './customers/picture/schema.js';
import { recordEndpoints } from './customers/record/schema.js';
import { sensitiveEndpoints } from './customers/sensitive/schema.js';
import { trashEndpoints } from './customers/trash/schema.js';
import { firstRunEndpoints } from './first-run/schema.js';
import { invoiceEndpoints } from './invoices/schema.js';
import type { Contract } from './lib/endpoint.js';
import { loginEndpoints } from './logins/schema.js';
import { noticeAdminEndpoints } from './notices/schema.js';
import { feedAdminEndpoints, feedEndpoints } from './notifications/feed/schema.js';
import { messageAdminEndpoints } from './notifications/schema.js';
import { hoursEndpoints } from './providers/hours-schema.js';
import { impactEndpoints } from './providers/impact-schema.js';
import { providerPictureEndpoints } from './providers/picture/schema.js';
import { providerAdminEndpoints } from './providers/schema.js';
import { reportEndpoints } from './reports/schema.js';
import { settingsAdminEndpoints, siteEndpoints } from './settings/schema.js';

/** Everything under /api/v1 that visitors call. */
export const publicTable = {
  ...siteEndpoints,
  ...catalogEndpoints,
  ...catalogPictureEndpoints,
  ...availabilityEndpoints,
  ...bookingEndpoints,
  ...unsubscribeEndpoints,
  ...feedEndpoints,
};

/** Everything under /api/v1/admin. */
export const adminTable = {
  ...sessionEndpoints,
  ...firstRunEndpoints,
  ...ownAccountEndpoints,
  ...passwordLinkEndpoints,
  ...teamEndpoints,
  ...catalogAdminEndpoints,
  ...catalogArrangeEndpoints,
  ...servicePictureEndpoints,
  ...serviceLinkEndpoints,
  ...extraEndpoints,
  ...providerAdminEndpoints,
  ...hoursEndpoints,
  ...impactEndpoints,
  ...providerPictureEndpoints,
  ...feedAdminEndpoints,
  ...availabilityAdminEndpoints,
  ...bookingAdminEndpoints,
  ...calendarEndpoints,
  ...staffBookingEndpoints,
  ...listEndpoints,
  ...recordEndpoints,
  ...loginEndpoints,
  ...settingsAdminEndpoints,
  ...nationalityEndpoints,
  ...sensitiveEndpoints,
  ...pictureEndpoints,
  ...detailEndpoints,
  ...noteEndpoints,
  ...noticeAdminEndpoints,
  ...trashEndpoints,
  ...erasureEndpoints,
  ...bulkEndpoints,
  ...personExportEndpoints,
  ...duplicateEndpoints,
  ...exportEndpoints,
  ...importEndpoints,
  ...mailEndpoints,
  ...messageAdminEndpoints,
  ...invoiceEndpoints,
  ...reportEndpoints,
};

/** The tables as browsers import them: types only, `import type { PublicApi } from '../../server/api.js'`. */
export type PublicApi = Contract<typeof publicTable>;
export type AdminApi = Contract<typeof adminTable>;
