import type { AppointmentBooking } from '../admin-api.js';

/** What staff can decide about a booking; named as in the API. */
export type Decision = 'approval' | 'rejection' | 'cancellation';

/** What can still be decided about a booking in this status. */
export function decisionsFor(status: AppointmentBooking['status']): readonly Decision[] {
  if (status === 'pending') return ['approval', 'rejection'];
  if (status === 'confirmed') return ['cancellation'];
  return [];
}

/** The words of each decision. */
export const decisionWords = {
  approval: {
    verb: 'decision.approve',
    title: 'decision.approveTitle',
    text: 'decision.approveText',
    done: 'decision.approved',
  },
  rejection: {
    verb: 'decision.reject',
    title: 'decision.rejectTitle',
    text: 'decision.rejectText',
    done: 'decision.rejected',
  },
  cancellation: {
    verb: 'decision.cancel',
    title: 'decision.cancelTitle',
    text: 'decision.cancelText',
    done: 'decision.cancelled',
  },
} as const;
