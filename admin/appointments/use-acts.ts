import { ApiError } from '../../widget/kit/api.js';
import type { AppointmentBooking } from '../admin-api.js';
import type { Admin } from '../admin-context.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import type { Decision, Mark } from './decisions.js';
import { decisionWords, markWords } from './decisions.js';

export interface Acts {
  /** Throws what the server refused, for the dialog to say. */
  decide(decision: Decision, booking: AppointmentBooking, wish: { reason: string; notify: boolean }): Promise<void>;
  mark(mark: Mark, booking: AppointmentBooking, appointment: number): Promise<void>;
}

/** What can be done with a booking, each with a word when it is done and, where it can be, a way back. */
export function useActs(onChanged: () => void): Acts {
  const admin = useAdmin();
  const { t } = admin.words;
  return {
    async decide(decision, booking, { reason, notify }) {
      await send(admin, decision, booking.reference, reason, notify);
      const undoes = decision === 'cancellation' || decision === 'rejection';
      admin.toasts.show({
        text: t(decisionWords[decision].done, { name: booking.customer.name }),
        ...(undoes
          ? { undo: () => quietly(admin, onChanged, () => send(admin, 'restoration', booking.reference, '', notify)) }
          : {}),
      });
      onChanged();
    },
    mark: (mark, booking, appointment) =>
      quietly(admin, onChanged, async () => {
        const before = booking.status as Mark;
        const set = (attendance: Mark) =>
          admin.api.call('POST /bookings/:reference/attendance', {
            params: { reference: booking.reference },
            body: { attendance, appointment },
          });
        await set(mark);
        admin.toasts.show({
          text: t(markWords[mark].done, { name: booking.customer.name }),
          undo: () => quietly(admin, onChanged, () => set(before)),
        });
      }),
  };
}

/** Does something whose refusal needs no dialog: a word says it, and what is shown is read anew either way. */
async function quietly(admin: Admin, onChanged: () => void, act: () => Promise<unknown>): Promise<void> {
  const { words, toasts, sessionEnded } = admin;
  try {
    await act();
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
    toasts.show({ kind: 'danger', text: actErrorWords(admin, error) ?? errorWords(words, error) });
  }
  onChanged();
}

/** What the refusals of these calls mean; null for one that means the same everywhere. */
export function actErrorWords({ words: { t } }: Admin, error: unknown): string | null {
  if (!(error instanceof ApiError)) return null;
  if (error.code === 'slot_taken') return t('decision.timeTaken');
  if (error.code === 'conflict') return t('mark.tooEarly');
  return null;
}

async function send(
  { api }: Admin,
  decision: Decision,
  reference: string,
  reason: string,
  notify: boolean,
): Promise<void> {
  const params = { reference };
  if (decision === 'approval') await api.call('POST /bookings/:reference/approval', { params, body: { notify } });
  else if (decision === 'restoration')
    await api.call('POST /bookings/:reference/restoration', { params, body: { notify } });
  else if (decision === 'rejection')
    await api.call('POST /bookings/:reference/rejection', { params, body: { reason, notify } });
  else await api.call('POST /bookings/:reference/cancellation', { params, body: { reason, notify } });
}
