import { Funnel } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { SelectField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { publicApi } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import type { Changes } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Popover } from '../kit/popover.js';
import type { Filter, StatusFilter } from './filter.js';
import { narrowing, sorts, statusFilters, usualSort } from './filter.js';

export interface FilterPanelProps {
  filter: Filter;
  onFilter: (changes: Changes) => void;
}

/** Status, order, whose and where: each change shows at once. Shops with one provider or location aren't asked for it. */
export function FilterPanel({ filter, onFilter }: FilterPanelProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const [open, setOpen] = useState(false);
  const catalog = useLoad('catalog', (signal) => publicApi.call('GET /catalog', { signal }));
  const usualStatus = filter.q === '' ? 'active' : 'all';
  const set = narrowing.filter(
    (name) => name !== 'q' && filter[name] !== '' && (name !== 'status' || filter.status !== usualStatus),
  );
  const many = (
    name: 'provider' | 'location' | 'service',
    label: string,
    any: string,
    items: readonly { id: number; name: string }[] = [],
  ) =>
    (items.length > 1 || filter[name] !== '') &&
    h(SelectField, {
      label,
      name,
      value: filter[name],
      onValue: (value) => onFilter({ [name]: value }),
      options: [{ value: '', label: any }, ...items.map((item) => ({ value: String(item.id), label: item.name }))],
    });
  return h(Popover, {
    open,
    onOpen: setOpen,
    label: t('appointments.filters'),
    class: 'filter-panel',
    trigger: h(Button, {
      size: 'small',
      icon: Funnel,
      expanded: open,
      onPress: () => setOpen(!open),
      children: set.length > 0 ? t('appointments.filtersSet', { count: set.length }) : t('appointments.filters'),
    }),
    children: html`<div class="filter-fields">
      ${h(SelectField, {
        label: t('appointments.status'),
        name: 'status',
        value: filter.status,
        onValue: (value) => onFilter({ status: value === usualStatus ? null : value }),
        options: (Object.keys(statusFilters) as StatusFilter[]).map((value) => ({
          value,
          label: t(`appointments.show.${value}` as 'appointments.show.active'),
        })),
      })}
      ${h(SelectField, {
        label: t('appointments.sort'),
        name: 'sort',
        value: filter.sort,
        onValue: (value) => onFilter({ sort: value === usualSort(filter.span) ? null : value }),
        options: sorts.map((value) => ({
          value,
          label: t(`appointments.sort.${value}` as 'appointments.sort.start'),
        })),
      })}
      ${many('provider', t('appointments.provider'), t('appointments.anyProvider'), catalog.data?.providers)}
      ${many('service', t('appointments.service'), t('appointments.anyService'), catalog.data?.services)}
      ${many('location', t('appointments.location'), t('appointments.anyLocation'), catalog.data?.locations)}
      ${h(SelectField, {
        label: t('appointments.source'),
        name: 'source',
        value: filter.source,
        onValue: (value) => onFilter({ source: value }),
        options: [
          { value: '', label: t('appointments.anySource') },
          ...(['widget', 'admin', 'import'] as const).map((value) => ({
            value,
            label: t(`appointments.source.${value}`),
          })),
        ],
      })}
      ${set.length > 0 && h(Button, { kind: 'quiet', size: 'small', onPress: () => onFilter(Object.fromEntries(set.map((name) => [name, null]))), children: t('appointments.clear') })}
    </div>`,
  });
}
