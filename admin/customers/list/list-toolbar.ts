import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { Changes } from '../../kit/address.js';
import { Choice } from '../../kit/choice.js';
import { SearchBox } from '../../kit/search-box.js';
import { useNarrow } from '../../kit/use-narrow.js';
import { ColumnChooser } from './column-chooser.js';
import type { ColumnChoice } from './columns.js';
import { FilterChips } from './filter-chips.js';
import { FilterPanel } from './filter-panel.js';
import type { Filter } from './list-query.js';
import { SortSelect } from './sort-select.js';

export interface ListToolbarProps {
  filter: Filter;
  /** Changes of the filter; the first page is shown then. */
  onFilter: (changes: Changes, replace?: boolean) => void;
  columns: readonly ColumnChoice[];
  onColumns: (columns: readonly ColumnChoice[]) => void;
  seesTrash: boolean;
  sort: string;
  onSort: (sort: string) => void;
}

/** Search, which customers, filters and columns; on a telephone the order in place of columns. */
export function ListToolbar(props: ListToolbarProps): View {
  const { filter, onFilter, columns, onColumns, seesTrash, sort, onSort } = props;
  const narrow = useNarrow();
  const { t } = useAdmin().words;
  return html`<div class="list-tools">
    <div class="toolbar" role="search">
      ${h(SearchBox, { label: t('customers.search'), hint: t('customers.searchHint'), text: filter.q ?? '', onText: (q) => onFilter({ q }, true) })}
      ${
        seesTrash &&
        h(Choice<'active' | 'trashed' | 'all'>, {
          label: t('customers.which'),
          value: (filter.status ?? 'active') as 'active',
          options: [
            { value: 'active', label: t('customers.active') },
            { value: 'trashed', label: t('customers.onlyTrashed') },
            { value: 'all', label: t('customers.all') },
          ],
          onValue: (status) => onFilter({ status: status === 'active' ? null : status }),
        })
      }
      ${h(FilterPanel, { filter, onFilter })}
      ${narrow ? h(SortSelect, { sort, onSort, status: filter.status, searching: filter.q !== undefined }) : h(ColumnChooser, { columns, onColumns })}
    </div>
    ${h(FilterChips, { filter, onFilter })}
  </div>`;
}
