import { h } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import { Checkbox, TextArea } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { AdminApi, Appointment } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import { BulkBanner } from '../kit/bulk-banner.js';

type Action = AdminApi['POST /appointments/bulk']['body']['action'];
const actions = ['approved', 'completed', 'no_show', 'cancelled', 'rejected', 'restored'] as const;
/** Those that customers are told of. */
const told: readonly Action[] = ['approved', 'cancelled', 'rejected', 'restored'];

export interface BulkActionsProps {
  appointments: readonly Appointment[];
  onNone: () => void;
  onDone: () => void;
}

/** One thing done to all that are ticked, after a question; what can be taken back has an undo. */
export function BulkActions({ appointments, onNone, onDone }: BulkActionsProps): View {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const [asking, setAsking] = useState<Action | null>(null);
  const [notify, setNotify] = useState(true);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const count = appointments.length;
  const ask = (action: Action | null) => {
    setAsking(action);
    setError(null);
    setReason('');
  };
  const send = async (action: Action, ids: readonly number[], undo: Action | null) => {
    const { done, skipped } = await api.call('POST /appointments/bulk', {
      body: { ids: [...ids], action, reason: reason.trim(), notify },
    });
    const text =
      done.length === 0
        ? t('bulk.none')
        : skipped.length > 0
          ? t('bulk.some', { done: done.length, count: skipped.length })
          : t('bulk.done', { count: done.length });
    const back = undo !== null && done.length > 0 ? { undo: () => void send(undo, done, null).then(onDone, said) } : {};
    toasts.show({ text, kind: done.length === 0 ? 'danger' : 'good', ...back });
  };
  const said = (problem: unknown) => {
    if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
    toasts.show({ kind: 'danger', text: errorWords(words, problem) });
  };
  const apply = async () => {
    if (!asking) return;
    setBusy(true);
    try {
      await send(
        asking,
        appointments.map(({ id }) => id),
        undoOf[asking] ?? null,
      );
      ask(null);
      onDone();
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      setError(problem);
    }
    setBusy(false);
  };
  const verb = asking ? t(`bulk.${asking}` as 'bulk.approved') : '';
  return html`
    ${h(BulkBanner<Action>, {
      said: t('appointments.ticked', { count }),
      actions: actions.map((name) => ({ name, label: t(`bulk.${name}`) })),
      onNone,
      onApply: ask,
    })}
    ${h(Dialog, {
      open: asking !== null,
      title: t('bulk.title', { action: verb, count }),
      closeLabel: t('common.close'),
      onClose: () => ask(null),
      actions: [
        h(Button, { onPress: () => ask(null), children: t('decision.keep') }),
        h(Button, {
          kind: asking === 'cancelled' || asking === 'rejected' ? 'danger' : 'primary',
          busy,
          onPress: apply,
          children: verb,
        }),
      ],
      children: html`<div class="decision">
        <p>${t('bulk.text')}</p>
        ${(asking === 'cancelled' || asking === 'rejected') && h(TextArea, { label: t('decision.reason'), note: t(notify ? 'decision.reasonNote' : 'decision.reasonInternal'), name: 'reason', value: reason, onValue: setReason, rows: 2, maxLength: 500 })}
        ${asking !== null && told.includes(asking) && h(Checkbox, { label: t('bulk.notify'), name: 'notify', checked: notify, onChecked: setNotify })}
        ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: errorWords(words, error) })}
      </div>`,
    })}
  `;
}

/** What takes an action back. */
const undoOf: Partial<Record<Action, Action>> = {
  cancelled: 'restored',
  rejected: 'restored',
  completed: 'confirmed',
  no_show: 'confirmed',
};
