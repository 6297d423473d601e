import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { Button } from '../../widget/kit/button.js';
import { formatDay, formatTime } from '../../widget/kit/dates.js';
import { Dialog } from '../../widget/kit/dialog.js';
import { TextArea } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { AdminClient, Appointment, AppointmentBooking } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import type { Decision } from './decisions.js';
import { decisionWords } from './decisions.js';

export interface DecisionDialogProps {
  asking: { decision: Decision; booking: AppointmentBooking } | null;
  appointment: Appointment;
  onClose: () => void;
  onDecided: (decision: Decision) => void;
  /** The server knows better than the list. */
  onStale: () => void;
}

/** Asks once more before a booking is approved, rejected or cancelled; the customer is told of each. */
export function DecisionDialog({ asking, appointment, onClose, onDecided, onStale }: DecisionDialogProps): View {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t, language } = words;
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    setReason('');
    setBusy(false);
    setError(null);
  }, [asking]);
  if (!asking) return h(Dialog, { open: false, title: '', closeLabel: '', onClose });

  const { decision, booking } = asking;
  const said = decisionWords[decision];
  const zone = appointment.location.timeZone;
  const facts = {
    name: booking.customer.name,
    day: formatDay(language, appointment.start, 'long', zone),
    time: formatTime(language, appointment.start, zone),
  };
  const decide = async () => {
    setBusy(true);
    setError(null);
    try {
      await send(api, decision, booking.reference, reason.trim());
      toasts.show({ text: t(said.done, { name: facts.name }) });
      onDecided(decision);
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      if (problem instanceof ApiError && problem.code === 'already_decided') onStale();
      setError(problem);
      setBusy(false);
    }
  };
  return h(Dialog, {
    open: true,
    title: t(said.title),
    closeLabel: t('common.close'),
    onClose,
    actions: [
      h(Button, { onPress: onClose, children: t('decision.keep') }),
      h(Button, {
        kind: decision === 'approval' ? 'primary' : 'danger',
        busy,
        onPress: decide,
        children: t(said.verb),
      }),
    ],
    children: html`<div class="decision">
      <p>${t(said.text, facts)}</p>
      <p class="decision-whole">${t('decision.whole', { reference: booking.reference })}</p>
      ${
        decision !== 'approval' &&
        h(TextArea, {
          label: t('decision.reason'),
          note: t('decision.reasonNote'),
          name: 'reason',
          value: reason,
          onValue: setReason,
          rows: 2,
          maxLength: 500,
        })
      }
      ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: errorWords(words, error) })}
    </div>`,
  });
}

async function send(api: AdminClient, decision: Decision, reference: string, reason: string): Promise<void> {
  const params = { reference };
  if (decision === 'approval') await api.call('POST /bookings/:reference/approval', { params, body: {} });
  else if (decision === 'rejection')
    await api.call('POST /bookings/:reference/rejection', { params, body: { reason } });
  else await api.call('POST /bookings/:reference/cancellation', { params, body: { reason } });
}
