import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { AdminApi } from '../../../server/api.js';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import { Checkbox } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import type { BulkOutcome } from './bulk-result.js';
import { BulkResult } from './bulk-result.js';
import { undoBulk } from './undo-bulk.js';

export interface DeleteManyDialogProps {
  selection: AdminApi['POST /customers/bulk']['body']['selection'];
  /** How many that are. */
  count: number;
  onClose: () => void;
  onDone: () => void;
}

/** Asks before several customers are moved to the trash, and names those that were left out (A086 to A089). */
export function DeleteManyDialog({ selection, count, onClose, onDone }: DeleteManyDialogProps): View {
  const admin = useAdmin();
  const { api, words, toasts, sessionEnded } = admin;
  const { t } = words;
  const [includingComing, setIncludingComing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);

  const move = async () => {
    setBusy(true);
    setError(null);
    try {
      const made = await api.call('POST /customers/bulk', { body: { action: 'trash', selection, includingComing } });
      if (made.done > 0)
        toasts.show({
          text: t('trash.bulk.trashed', { count: made.done }),
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

  const takeBack = ({ id }: BulkOutcome) => {
    onClose();
    void undoBulk(admin, id, onDone);
  };
  const tooMany = error instanceof ApiError ? error.details['most'] : undefined;
  return h(Dialog, {
    open: true,
    title: t('trash.titleMany', { count }),
    closeLabel: t('common.close'),
    onClose,
    actions: outcome
      ? [
          // The toast lies behind the dialog.
          outcome.done > 0 && h(Button, { onPress: () => takeBack(outcome), children: t('common.undo') }),
          h(Button, { kind: 'primary', onPress: onClose, children: t('common.close') }),
        ]
      : [
          h(Button, { onPress: onClose, children: t('trash.keepMany') }),
          h(Button, { kind: 'danger', busy, onPress: move, children: t('trash.move') }),
        ],
    children: outcome
      ? h(BulkResult, { outcome })
      : html`<div class="trash-dialog">
          <p>${t('trash.textMany')}</p>
          ${h(Checkbox, {
            label: t('trash.includingComing'),
            name: 'including-coming',
            hint: t('trash.includingComingHint'),
            checked: includingComing,
            onChecked: setIncludingComing,
          })}
          ${
            error !== null &&
            h(Notice, {
              meaning: 'danger',
              urgent: true,
              children:
                typeof tooMany === 'number' ? t('trash.bulk.tooMany', { most: tooMany }) : errorWords(words, error),
            })
          }
        </div>`,
  });
}
