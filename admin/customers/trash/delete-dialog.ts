import { h } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';
import { Problem } from '../../kit/problem.js';
import { ComingChoice } from './coming-choice.js';
import type { DeleteManyDialogProps } from './delete-many-dialog.js';
import { DeleteManyDialog } from './delete-many-dialog.js';
import { PersonExportLinks } from './person-export-links.js';
import { restoreCustomer } from './restore-customer.js';
import css from './trash.css';
import { trashErrorWords } from './trash-error-words.js';

style(css);

export interface Named {
  number: number;
  name: string;
}

export interface DeleteDialogProps {
  open: boolean;
  /** One: with its appointments to look at. Several: all of them, and those that were left out are named. */
  customers: readonly Named[];
  /** In place of `customers`: all that a filter lists, and how many those are. */
  selection?: DeleteManyDialogProps['selection'];
  count?: number;
  onClose: () => void;
  /** Something was moved to the trash, or taken back out of it by the toast's undo. */
  onDone: () => void;
}

/** Asks before customers are moved to the trash (A077 to A079, A084): what is coming, what stays, and a copy first. */
export function DeleteDialog({ open, customers, selection, count, onClose, onDone }: DeleteDialogProps): View {
  const first = customers[0];
  if (!open || (!first && !selection)) return h(Dialog, { open: false, title: '', closeLabel: '', onClose });
  if (selection || !first || customers.length > 1) {
    const ticked = { numbers: customers.map((customer) => customer.number) };
    const many = { selection: selection ?? ticked, count: count ?? customers.length };
    return h(DeleteManyDialog, { ...many, onClose, onDone });
  }
  return h(DeleteOne, { key: first.number, customer: first, onClose, onDone });
}

interface DeleteOneProps extends Pick<DeleteDialogProps, 'onClose' | 'onDone'> {
  customer: Named;
}

function DeleteOne({ customer, onClose, onDone }: DeleteOneProps): View {
  const admin = useAdmin();
  const { api, words, toasts, may, sessionEnded } = admin;
  const { t } = words;
  const { number, name } = customer;
  const params = { number: String(number) };
  const preview = useLoad(`trash ${number}`, (signal) =>
    api.call('GET /customers/:number/trash-preview', { params, signal }),
  );
  const [cancel, setCancel] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [standing, setStanding] = useState<readonly string[] | null>(null);

  const move = async () => {
    setBusy(true);
    setError(null);
    try {
      const body = { cancel: [...cancel] };
      const { notCancelled } = await api.call('POST /customers/:number/trash', { params, body });
      const undo = may('customers.restore') ? { undo: () => void restoreCustomer(admin, customer, onDone) } : {};
      toasts.show({ text: t('trash.moved', { name }), ...undo });
      onDone();
      // What was to be cancelled and was not must not pass by in a toast.
      if (notCancelled.length === 0) return onClose();
      setStanding(notCancelled.map((one) => one.reference));
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      setError(problem);
      // A booking may have come or gone since the dialog opened.
      preview.reload();
    }
    setBusy(false);
  };

  const { data } = preview;
  return h(Dialog, {
    open: true,
    title: t('trash.title', { name }),
    closeLabel: t('common.close'),
    onClose,
    actions: standing
      ? h(Button, { kind: 'primary', onPress: onClose, children: t('common.close') })
      : [
          h(Button, { onPress: onClose, children: t('trash.keep') }),
          h(Button, { kind: 'danger', busy, disabled: !data, onPress: move, children: t('trash.move') }),
        ],
    children: standing
      ? h(Notice, {
          meaning: 'warning',
          urgent: true,
          children: t('trash.notCancelled', { references: standing.join(', '), count: standing.length }),
        })
      : html`<div class="trash-dialog">
          <p>${t('trash.text')}</p>
          ${
            data
              ? html`${data.coming.length > 0 && h(ComingChoice, { ...data, chosen: cancel, onChosen: setCancel })}
                ${data.past > 0 && html`<p class="trash-note">${t('trash.past', { count: data.past })}</p>`}`
              : preview.error === undefined && h(Skeleton, { rows: 2, height: 44, label: t('common.loading') })
          }
          ${preview.error !== undefined && !data && h(Problem, { error: preview.error, onRetry: preview.reload, beside: true })}
          ${h(PersonExportLinks, { number })}
          ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: trashErrorWords(words, error) })}
        </div>`,
  });
}
