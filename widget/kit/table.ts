import { ChevronDown, ChevronUp } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import type { View } from './html.js';
import { html } from './html.js';
import { Icon } from './icon.js';
import { style } from './styles.js';
import css from './table.css';

style(css);

export interface Column<Row> {
  /** Names the column for `sort`. */
  key: string;
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Numbers and money stand at the end, in tabular figures. */
  align?: 'end';
  /** The heading sorts. */
  sortable?: boolean;
  /** Left out where the table is narrow; the row's detail has it. */
  minor?: boolean;
}

export interface TableProps<Row> {
  /** What the table lists; read out, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** As in the API: `name`, or `-name` for downwards. */
  sort?: string;
  onSort?: (sort: string) => void;
  /** A press anywhere in the row, for the pointer's comfort: the keyboard's way is a link or button in the first cell. */
  onRow?: (row: Row) => void;
  /** The row whose detail is open. */
  current?: string | number;
  /** Stands in place of the rows when there are none. */
  empty?: ComponentChildren;
  /** Rows are being fetched: the old ones stay, paler. */
  busy?: boolean;
}

/** A table of rows of one kind. */
export function Table<Row>(props: TableProps<Row>): View {
  const { caption, columns, rows, rowKey, onRow, current, busy } = props;
  if (rows.length === 0 && props.empty && !busy) return html`<div>${props.empty}</div>`;
  return html`<div class="table-frame" tabindex="0" role="region" aria-label=${caption}>
    <table class=${busy ? 'table pale' : 'table'} aria-busy=${busy ? 'true' : undefined}>
      <caption class="hidden-text">${caption}</caption>
      <thead><tr>${columns.map((column) => heading(column, props))}</tr></thead>
      <tbody>
        ${rows.map((row) => {
          const key = rowKey(row);
          return html`<tr
            key=${key}
            class=${onRow ? 'pressable' : ''}
            aria-current=${key === current ? 'true' : undefined}
            onClick=${onRow && ((event: MouseEvent) => isPlain(event) && onRow(row))}
          >
            ${columns.map((column) => html`<td class=${look(column)}>${column.cell(row)}</td>`)}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

const look = <Row>({ align, minor }: Column<Row>) => `${align === 'end' ? 'end' : ''}${minor ? ' minor' : ''}`;

/** A press on a control inside the row, or the end of a selection, is not a press on the row. */
function isPlain(event: MouseEvent): boolean {
  const target = event.target as Element;
  return !target.closest('a, button, input, label, select') && !getSelection()?.toString();
}

function heading<Row>(column: Column<Row>, { sort, onSort }: TableProps<Row>): View {
  const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined;
  const next = direction === 'ascending' ? `-${column.key}` : column.key;
  return html`<th scope="col" class=${look(column)} aria-sort=${direction}>
    ${
      column.sortable && onSort
        ? html`<button type="button" onClick=${() => onSort(next)}>
            ${column.title}${direction && h(Icon, { icon: direction === 'ascending' ? ChevronUp : ChevronDown, size: 16 })}
          </button>`
        : column.title
    }
  </th>`;
}
