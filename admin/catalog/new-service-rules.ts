import type { AdminApi } from '../../server/api.js';
import type { Service } from './catalog-types.js';

export type NewServiceRules = Pick<
  Service,
  'stepMinutes' | 'leadMinutes' | 'horizonDays' | 'cancelNoticeMinutes' | 'rescheduleNoticeMinutes' | 'needsApproval'
>;

/** What new services begin with where the business has said so (settings, Booking rules). */
export const newServiceRules = (settings: AdminApi['GET /settings']['answer']): NewServiceRules => ({
  stepMinutes: settings.newServiceStep,
  leadMinutes: settings.newServiceLead,
  horizonDays: settings.newServiceHorizon,
  cancelNoticeMinutes: settings.newServiceNotice,
  rescheduleNoticeMinutes: settings.newServiceNotice,
  needsApproval: settings.newServiceApproval,
});
