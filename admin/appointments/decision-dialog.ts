import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { Button } from '../../widget/kit/button.js';
import { formatDay, formatTime } from '../../widget/kit/dates.js';
import { Dialog } from '../../widget/kit/dialog.js';
import { Checkbox, TextArea } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Appointment, AppointmentBooking } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import type { Decision } from './decisions.js';
import { decisionWords } from './decisions.js';
import type { Acts } from './use-acts.js';
import { actErrorWords } from './use-acts.js';

export interface DecisionDialogProps {
  asking: { decision: Decision; booking: AppointmentBooking } | null;
  appointment: Appointment;
  acts: Acts;
  onClose: () => void;
  /** The server knows better than what is shown. */
  onStale: () => void;
}

/** Asks once more before a booking is approved, rejected, cancelled or restored, and whether the customer is told. */
export function DecisionDialog({ asking, appointment, acts, onClose, onStale }: DecisionDialogProps): View {
  const admin = useAdmin();
  const { words, sessionEnded } = admin;
  const { t, language } = words;
  const [reason, setReason] = useState('');
  const [notify, setNotify] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    setReason('');
    setNotify(true);
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
      await acts.decide(decision, booking, { reason: reason.trim(), notify });
      onClose();
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      if (problem instanceof ApiError && problem.code === 'already_decided') onStale();
      setError(problem);
      setBusy(false);
    }
  };
  const isGood = decision === 'approval' || decision === 'restoration';
  return h(Dialog, {
    open: true,
    title: t(said.title),
    closeLabel: t('common.close'),
    onClose,
    actions: [
      h(Button, { onPress: onClose, children: t('decision.keep') }),
      h(Button, { kind: isGood ? 'primary' : 'danger', busy, onPress: decide, children: t(said.verb) }),
    ],
    children: html`<div class="decision">
      <p>${t(said.text, facts)}</p>
      <p class="decision-whole">${t('decision.whole', { reference: booking.reference })}</p>
      ${
        !isGood &&
        h(TextArea, {
          label: t('decision.reason'),
          note: t(notify && booking.email ? 'decision.reasonNote' : 'decision.reasonInternal'),
          name: 'reason',
          value: reason,
          onValue: setReason,
          rows: 2,
          maxLength: 500,
        })
      }
      ${
        booking.email
          ? h(Checkbox, {
              label: t('decision.notify', { email: booking.email }),
              name: 'notify',
              checked: notify,
              onChecked: setNotify,
            })
          : html`<p class="decision-whole">${t('decision.noEmail')}</p>`
      }
      ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: actErrorWords(admin, error) ?? errorWords(words, error) })}
    </div>`,
  });
}
