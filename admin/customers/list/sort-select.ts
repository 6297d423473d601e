import { h } from 'preact';
import { SelectField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { columnWords } from './column-words.js';
import type { ColumnName } from './columns.js';
import { sortOf } from './columns.js';

export interface SortSelectProps {
  /** As in the API: `name`, or `-name` for downwards. */
  sort: string;
  onSort: (sort: string) => void;
  /** Which customers are listed: who is in the trash can be sorted by when they came there. */
  status: string | undefined;
  searching: boolean;
}

const kinds: Partial<Record<ColumnName | 'name', 'numbers' | 'dates'>> = {
  number: 'numbers',
  phone: 'numbers',
  lastAppointment: 'dates',
  created: 'dates',
  trashed: 'dates',
};

/** Everything that headings sort by, where there is no room for headings. */
export function SortSelect({ sort, onSort, status, searching }: SortSelectProps): View {
  const { t } = useAdmin().words;
  const columns = (Object.keys(sortOf) as (ColumnName | 'name')[]).filter(
    (name) => name !== 'trashed' || status !== undefined,
  );
  const options = columns.flatMap((name) => {
    const kind = kinds[name] ?? 'letters';
    const column = t(name === 'name' ? 'customers.name' : columnWords[name]);
    return [
      { value: String(sortOf[name]), label: t(`customers.sort.${kind}.up`, { column }) },
      { value: `-${sortOf[name]}`, label: t(`customers.sort.${kind}.down`, { column }) },
    ];
  });
  // Only a search has matches, and the address of one may still say so when the search is gone.
  if (searching || sort === 'match') options.unshift({ value: 'match', label: t('customers.sort.match') });
  return h(SelectField, { label: t('customers.sortBy'), name: 'sort', value: sort, onValue: onSort, options });
}
