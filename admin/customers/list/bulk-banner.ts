import { X } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { SelectField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { BulkName } from './bulk-actions.js';
import { bulkActionsFor } from './bulk-actions.js';

export interface BulkBannerProps {
  count: number;
  status: string | undefined;
  /** How many match in all, when the whole page is ticked and there are others; else null. */
  offerAll: number | null;
  onAll: () => void;
  onNone: () => void;
  onApply: (action: BulkName) => void;
}

/** What to do with those who are ticked: there as soon as one is (A087, A088, A089). */
export function BulkBanner({ count, status, offerAll, onAll, onNone, onApply }: BulkBannerProps): View {
  const { may, words } = useAdmin();
  const { t } = words;
  const [action, setAction] = useState<BulkName | ''>('');
  const actions = bulkActionsFor(status, may);
  const chosen = actions.find(({ name }) => name === action);
  return html`<section class="bulk" aria-label=${t('customers.bulk')}>
    <p role="status" class="tabular">${t('customers.ticked', { count })}</p>
    ${offerAll !== null && h(Button, { kind: 'quiet', size: 'small', onPress: onAll, children: t('customers.tickAll', { count: offerAll }) })}
    <div class="bulk-apply">
      ${h(SelectField, {
        label: t('customers.action'),
        name: 'bulk-action',
        value: chosen?.name ?? '',
        onValue: (value) => setAction(value as BulkName),
        options: [
          { value: '', label: t('customers.chooseAction') },
          ...actions.map(({ name, word }) => ({ value: name, label: t(word) })),
        ],
      })}
      ${h(Button, { kind: 'primary', size: 'small', disabled: !chosen, onPress: () => chosen && onApply(chosen.name), children: t('customers.apply') })}
      ${h(Button, { kind: 'quiet', size: 'small', icon: X, label: t('customers.untick'), onPress: onNone })}
    </div>
  </section>`;
}
