import { Trash2 } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { formatDay, visitorZone } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { EraseDialog } from './erase-dialog.js';
import { restoreCustomer } from './restore-customer.js';
import css from './trash.css';

style(css);

export interface TrashCardProps {
  record: { number: number; name: string; status: string; trashedAt: string | null };
  /** It is in use again, or erased: load it anew. */
  onRestored: () => void;
}

/** The yellow card above the record of a customer in the trash (A085); nothing above others. */
export function TrashCard({ record, onRestored }: TrashCardProps): View | null {
  const admin = useAdmin();
  const { words, may, toasts } = admin;
  const { t, language } = words;
  const [busy, setBusy] = useState(false);
  const [erasing, setErasing] = useState(false);
  const { number, name, status, trashedAt } = record;
  if (status === 'erased')
    return h(Notice, { meaning: 'info', title: t('trash.erasedTitle'), children: t('trash.erasedText') });
  if (status !== 'trashed') return null;
  const restore = async () => {
    setBusy(true);
    await restoreCustomer(admin, record, onRestored);
    setBusy(false);
  };
  const since = trashedAt ? formatDay(language, trashedAt, 'long', visitorZone()) : '';
  return html`<div class="trash-card">
    ${h(Notice, {
      meaning: 'warning',
      icon: Trash2,
      title: trashedAt ? t('trash.cardTitle', { day: since }) : t('trash.cardTitleOnly'),
      children: html`<p>${t('trash.cardText')}</p>
        <div class="trash-card-actions">
          ${
            may('customers.restore')
              ? h(Button, { kind: 'primary', size: 'small', busy, onPress: restore, children: t('trash.restore') })
              : html`<p class="trash-note">${t('trash.mayNotRestore')}</p>`
          }
          ${
            may('customers.erase') &&
            h(Button, { size: 'small', onPress: () => setErasing(true), children: t('erase.open') })
          }
        </div>`,
    })}
    ${h(EraseDialog, {
      open: erasing,
      customer: { number, name },
      onClose: () => setErasing(false),
      onDone: () => {
        setErasing(false);
        toasts.show({ text: t('erase.done', { number: String(number) }) });
        onRestored();
      },
    })}
  </div>`;
}
