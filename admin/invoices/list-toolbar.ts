import { X } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { SelectField, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import type { Changes } from '../kit/address.js';
import { SearchBox } from '../kit/search-box.js';
import type { Filter } from './list-query.js';
import { statuses } from './list-query.js';

export interface ListToolbarProps {
  filter: Filter;
  onFilter: (changes: Changes, replace?: boolean) => void;
}

/** Search, status and days of issue; each change shows at once. */
export function ListToolbar({ filter, onFilter }: ListToolbarProps): View {
  const { t } = useAdmin().words;
  const day = (name: 'from' | 'to', label: string) =>
    h(TextField, {
      label,
      name,
      type: 'date',
      value: filter[name] ?? '',
      onValue: (value) => onFilter({ [name]: value }),
    });
  return html`<div class="toolbar" role="search">
    ${h(SearchBox, { label: t('invoices.search'), hint: t('invoices.searchHint'), text: filter.q ?? '', onText: (q) => onFilter({ q }, true) })}
    ${h(SelectField, {
      label: t('invoices.statusTitle'),
      name: 'status',
      value: filter.status ?? '',
      onValue: (status) => onFilter({ status }),
      options: [
        { value: '', label: t('invoices.all') },
        ...statuses.map((value) => ({ value, label: t(`invoices.filter.${value}`) })),
      ],
    })}
    ${day('from', t('invoices.from'))} ${day('to', t('invoices.to'))}
    ${
      filter.customer !== undefined &&
      h(Button, {
        size: 'small',
        icon: X,
        onPress: () => onFilter({ customer: null }),
        children: t('invoices.ofCustomer', { number: filter.customer }),
      })
    }
  </div>`;
}
