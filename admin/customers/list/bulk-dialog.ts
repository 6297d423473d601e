import { h } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import type { BulkOutcome } from '../trash/bulk-result.js';
import { BulkResult } from '../trash/bulk-result.js';
import { undoBulk } from '../trash/undo-bulk.js';
import type { Selection } from './list-query.js';

export type Question = 'restore' | 'newsletter_on' | 'newsletter_off';

const titles = {
  restore: 'customers.askRestore',
  newsletter_on: 'customers.askSubscribe',
  newsletter_off: 'customers.askUnsubscribe',
} as const;
const verbs = {
  restore: 'customers.bulkRestore',
  newsletter_on: 'customers.bulkSubscribe',
  newsletter_off: 'customers.bulkUnsubscribe',
} as const;
const texts = {
  restore: 'customers.askRestoreText',
  newsletter_on: 'customers.askSubscribeText',
  newsletter_off: 'customers.askUnsubscribeText',
} as const;

export interface BulkDialogProps {
  action: Question;
  selection: Selection;
  count: number;
  onClose: () => void;
  /** Something was done or taken back. */
  onDone: () => void;
}

/** Asks before many are changed, says what will happen, and afterwards who was left out and why. */
export function BulkDialog({ action, selection, count, onClose, onDone }: BulkDialogProps): View {
  const admin = useAdmin();
  const { api, words, toasts, sessionEnded } = admin;
  const { t } = words;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const apply = async () => {
    setBusy(true);
    setError(null);
    try {
      const made = await api.call('POST /customers/bulk', { body: { action, selection } });
      if (made.done > 0)
        toasts.show({
          text: t('customers.changed', { count: made.done }),
          undo: () => void undoBulk(admin, made.id, onDone),
        });
      onDone();
      if (made.results.length === 0) return onClose();
      setOutcome(made);
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      setError(problem);
    }
    setBusy(false);
  };
  const most = error instanceof ApiError ? error.details['most'] : undefined;
  const undo = (made: BulkOutcome) => {
    onClose();
    void undoBulk(admin, made.id, onDone);
  };
  return h(Dialog, {
    open: true,
    title: t(titles[action], { count }),
    closeLabel: t('common.close'),
    onClose,
    actions: outcome
      ? [
          outcome.done > 0 && h(Button, { onPress: () => undo(outcome), children: t('common.undo') }),
          h(Button, { kind: 'primary', onPress: onClose, children: t('common.close') }),
        ]
      : [
          h(Button, { onPress: onClose, children: t('customers.cancel') }),
          h(Button, { kind: 'primary', busy, onPress: apply, children: t(verbs[action]) }),
        ],
    children: html`${outcome ? h(BulkResult, { outcome }) : html`<p>${t(texts[action])}</p>`}
      ${
        error !== null &&
        h(Notice, {
          meaning: 'danger',
          urgent: true,
          children: typeof most === 'number' ? t('customers.tooMany', { count: most }) : errorWords(words, error),
        })
      }`,
  });
}
