import { ChevronDown, ChevronUp } from 'lucide';
import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import type { Customer } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import { columnWords } from './column-words.js';
import type { ColumnName } from './columns.js';
import { sortOf } from './columns.js';
import { useReturnToRow } from './last-opened.js';
import { ListRow } from './list-row.js';
import type { Picked } from './picked.js';
import { between, isPicked } from './picked.js';
import type { RowMenuProps } from './row-menu.js';

export interface ListTableProps extends Pick<RowMenuProps, 'onEdit' | 'onDelete' | 'onRestore'> {
  rows: readonly Customer[];
  columns: readonly ColumnName[];
  sort: string;
  /** What a third press of a heading goes back to. */
  usualSort: string;
  onSort: (sort: string) => void;
  picked: Picked;
  onPick: (rows: readonly Customer[], ticked: boolean) => void;
  /** Rows are being fetched: the old ones stay, paler. */
  busy: boolean;
}

/** The rows of the list, with boxes to tick: one, a range with Shift, or the page (A086). */
export function ListTable(props: ListTableProps): View {
  const { rows, columns, sort, usualSort, onSort, picked, onPick, busy } = props;
  const { t } = useAdmin().words;
  /** The row that was pressed last, where a range begins. */
  const anchor = useRef<number | null>(null);
  const whole = useRef<HTMLInputElement>(null);
  const ticked = rows.filter(({ number }) => isPicked(picked, number)).length;
  useEffect(() => {
    if (whole.current) whole.current.indeterminate = ticked > 0 && ticked < rows.length;
  });
  useReturnToRow();
  const onTick = (row: Customer, range: boolean): void => {
    const on = !isPicked(picked, row.number);
    onPick(range ? (between(rows, anchor.current, row.number) as readonly Customer[]) : [row], on);
    anchor.current = row.number;
  };
  const heading = (name: ColumnName | 'name', title: string): View => {
    const key = sortOf[name];
    const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined;
    const icon = direction && h(Icon, { icon: direction === 'ascending' ? ChevronUp : ChevronDown, size: 16 });
    const next = { ascending: `-${key}`, descending: usualSort === 'match' ? usualSort : key };
    const press = () => onSort((direction ? next[direction] : key) as string);
    return html`<th scope="col" class=${`at-${name}`} aria-sort=${direction}>
      ${key ? html`<button type="button" onClick=${press}>${title}${icon}</button>` : title}
    </th>`;
  };
  return html`<div class="list-frame">
    <table class=${busy ? 'list-table pale' : 'list-table'} aria-busy=${busy ? 'true' : undefined}>
      <caption class="hidden-text">${t('customers.title')}</caption>
      <thead>
        <tr>
          <th scope="col" class="at-tick">
            <label class="tick-target"><input
              type="checkbox"
              ref=${whole}
              name="tick-page"
              aria-label=${t('customers.tickPage')}
              checked=${rows.length > 0 && ticked === rows.length}
              onChange=${() => onPick(rows, ticked < rows.length)}
            /><span class="tick-text" aria-hidden="true">${t('customers.tickPage')}</span></label>
          </th>
          ${heading('name', t('customers.name'))}${columns.map((name) => heading(name, t(columnWords[name])))}
          <th scope="col" class="at-actions"><span class="hidden-text">${t('customers.actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) =>
          h(ListRow, {
            key: row.number,
            row,
            columns,
            ticked: isPicked(picked, row.number),
            onTick: (range) => onTick(row, range),
            onEdit: props.onEdit,
            onDelete: props.onDelete,
            onRestore: props.onRestore,
          }),
        )}
      </tbody>
    </table>
  </div>`;
}
