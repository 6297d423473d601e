import { Funnel } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { Checkbox, SelectField, TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { Changes } from '../../kit/address.js';
import { Popover } from '../../kit/popover.js';
import { countryOptions } from '../record/choices.js';
import type { Filter, FilterName } from './list-query.js';
import { panelNames } from './list-query.js';

export interface FilterPanelProps {
  filter: Filter;
  onFilter: (changes: Changes) => void;
}

/** Everything that the list can be narrowed by, beside the search. Each change shows at once. */
export function FilterPanel({ filter, onFilter }: FilterPanelProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const [open, setOpen] = useState(false);
  const count = panelNames.filter((name) => filter[name] !== undefined).length;
  const any = { value: '', label: t('customers.any') };
  const select = (name: FilterName, label: string, options: readonly { value: string; label: string }[]) =>
    h(SelectField, {
      label,
      name,
      value: filter[name] ?? '',
      onValue: (value) => onFilter({ [name]: value }),
      options: [any, ...options],
    });
  const day = (name: FilterName, label: string) =>
    h(TextField, {
      label,
      name,
      type: 'date',
      value: filter[name] ?? '',
      onValue: (value) => onFilter({ [name]: value }),
    });
  const yesOrNo = [
    { value: 'yes', label: t('customers.yes') },
    { value: 'no', label: t('customers.no') },
  ];
  return h(Popover, {
    open,
    onOpen: setOpen,
    label: t('customers.filters'),
    class: 'filter-panel',
    trigger: h(Button, {
      size: 'small',
      icon: Funnel,
      expanded: open,
      onPress: () => setOpen(!open),
      children: count > 0 ? t('customers.filtersSet', { count }) : t('customers.filters'),
    }),
    children: html`<div class="filter-fields">
      ${select('newsletter', t('customers.newsletter'), yesOrNo)} ${select('coming', t('customers.coming'), yesOrNo)}
      <fieldset><legend>${t('customers.last')}</legend>${day('lastFrom', t('customers.from'))}${day('lastTo', t('customers.to'))}</fieldset>
      <fieldset><legend>${t('customers.created')}</legend>${day('createdFrom', t('customers.from'))}${day('createdTo', t('customers.to'))}</fieldset>
      ${select('nationality', t('customers.nationality'), countryOptions(words.language))}
      ${h(Checkbox, {
        label: t('customers.duplicates'),
        name: 'duplicates',
        checked: filter.duplicates === 'yes',
        onChecked: (checked) => onFilter({ duplicates: checked ? 'yes' : null }),
      })}
      ${count > 0 && h(Button, { kind: 'quiet', size: 'small', onPress: () => onFilter(Object.fromEntries(panelNames.map((name) => [name, null]))), children: t('customers.clearFilters') })}
    </div>`,
  });
}
