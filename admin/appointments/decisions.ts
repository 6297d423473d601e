import type { AppointmentBooking } from '../admin-api.js';

/** What is asked about once more before it happens; named as in the API. */
export type Decision = 'approval' | 'rejection' | 'cancellation' | 'restoration';
/** What is noted of a visit that has begun; `confirmed` takes the note back. */
export type Mark = 'completed' | 'no_show' | 'confirmed';

/** What can still be decided about a booking in this status. */
export function decisionsFor(status: AppointmentBooking['status']): readonly Decision[] {
  if (status === 'pending') return ['approval', 'rejection'];
  if (status === 'confirmed') return ['cancellation'];
  if (status === 'cancelled' || status === 'rejected') return ['restoration'];
  return [];
}

/** What can be noted of a booking in this status, once its time has begun. */
export function marksFor(status: AppointmentBooking['status']): readonly Mark[] {
  if (status === 'confirmed') return ['completed', 'no_show'];
  if (status === 'completed') return ['no_show', 'confirmed'];
  if (status === 'no_show') return ['completed', 'confirmed'];
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
  restoration: {
    verb: 'decision.restore',
    title: 'decision.restoreTitle',
    text: 'decision.restoreText',
    done: 'decision.restored',
  },
} as const;

export const markWords = {
  completed: { verb: 'mark.completed', done: 'mark.completedDone' },
  no_show: { verb: 'mark.noShow', done: 'mark.noShowDone' },
  confirmed: { verb: 'mark.back', done: 'mark.backDone' },
} as const;
