import { X } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { SelectField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './bulk-banner.css';

style(css);

export interface BulkBannerProps<Action extends string> {
  /** How many are ticked, in words. */
  said: string;
  actions: readonly { name: Action; label: string }[];
  /** Offers to tick all that match, when the whole page is ticked and there are others; its words, else null. */
  offerAll?: string | null;
  onAll?: () => void;
  onNone: () => void;
  onApply: (action: Action) => void;
}

/** What to do with those who are ticked: there as soon as one is (A087, A088, A089). */
export function BulkBanner<Action extends string>(props: BulkBannerProps<Action>): View {
  const { said, actions, offerAll = null, onAll, onNone, onApply } = props;
  const { t } = useAdmin().words;
  const [action, setAction] = useState<Action | ''>('');
  const chosen = actions.find(({ name }) => name === action);
  return html`<section class="bulk" aria-label=${t('customers.bulk')}>
    <p role="status" class="tabular">${said}</p>
    ${offerAll !== null && h(Button, { kind: 'quiet', size: 'small', onPress: () => onAll?.(), children: offerAll })}
    <div class="bulk-apply">
      ${h(SelectField, {
        label: t('customers.action'),
        name: 'bulk-action',
        value: chosen?.name ?? '',
        onValue: (value) => setAction(value as Action),
        options: [
          { value: '', label: t('customers.chooseAction') },
          ...actions.map(({ name, label }) => ({ value: name, label })),
        ],
      })}
      ${h(Button, { kind: 'primary', size: 'small', disabled: !chosen, onPress: () => chosen && onApply(chosen.name), children: t('customers.apply') })}
      ${h(Button, { kind: 'quiet', size: 'small', icon: X, label: t('customers.untick'), onPress: onNone })}
    </div>
  </section>`;
}
