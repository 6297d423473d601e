import { h } from 'preact';
import { useRef } from 'preact/hooks';
import { Badge } from '../../../widget/kit/badge.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { Filter, Import, ImportedRow } from './import-types.js';
import { columnLabel } from './import-types.js';
import { RowFix } from './row-fix.js';

export interface RowsTableProps {
  found: Import;
  filter: Filter;
  rows: readonly ImportedRow[];
  /** Corrects cells of a row and checks it again; absent where nothing can be corrected any more. */
  correct?: ((row: ImportedRow, cells: Record<string, string>) => Promise<void>) | undefined;
}

const meanings = { new: 'good', update: 'info', skip: 'neutral', error: 'danger' } as const;

/** Rows of a file with what becomes of each, and why. */
export function RowsTable({ found, filter, rows, correct }: RowsTableProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const body = useRef<HTMLTableSectionElement>(null);
  const caption = t(`import.outcome.${filter}`);
  /** Corrected and fine: on to the next field that is not. */
  const next = (row: number) => {
    const inputs = [...(body.current?.querySelectorAll<HTMLInputElement>('input[data-row]') ?? [])];
    inputs.find((input) => Number(input.dataset['row']) > row)?.focus();
  };
  return html`<div class="table-frame" tabindex="0" role="region" aria-label=${caption}>
    <table class="table import-rows">
      <caption class="hidden-text">${caption}</caption>
      <thead><tr>
        <th scope="col" class="end">${t('import.line')}</th>
        <th scope="col">${t('import.who')}</th>
        <th scope="col">${t('import.what')}</th>
      </tr></thead>
      <tbody ref=${body}>
        ${rows.map(
          (row) => html`<tr key=${row.row}>
            <td class="end tabular">${row.line}</td>
            <td><span class="import-who" dir="auto">${whoOf(found, row)}</span></td>
            <td>${
              row.outcome === 'error' && correct
                ? h(RowFix, { found, row, correct, onFine: () => next(row.row) })
                : what(row)
            }</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

  function what(row: ImportedRow) {
    if (row.outcome === 'error')
      return html`<ul class="import-issues">${row.issues.map(
        (issue) =>
          html`<li>${issue.column !== null && `${columnLabel(words, found.columns, issue.column)}: `}${t(`import.issue.${issue.reason}`)}</li>`,
      )}</ul>`;
    const isCorrected = filter === 'error';
    return html`<span class="import-what">
      ${isCorrected && h(Badge, { meaning: meanings[row.outcome], children: t(`import.became.${row.outcome}`) })}
      ${row.kept && t('import.kept')}
      ${row.reason && t(`import.reason.${row.reason}`)}
      ${row.customer !== null && html`<a href=${`/admin/customers/${row.customer}`}>${t('import.customer', { number: row.customer })}</a>`}
    </span>`;
  }
}

const telling = ['firstName', 'lastName', 'fullName', 'email', 'phone'] as const;

/** Whom a row is about, as the file says it. */
function whoOf({ columns }: Import, { cells }: ImportedRow): string {
  const parts = telling.flatMap((field) => {
    const index = columns.findIndex((column) => column.field === field);
    const text = index < 0 ? '' : (cells[index] ?? '').trim();
    return text === '' ? [] : [text];
  });
  const [first = '', second, ...rest] = parts;
  return [second === undefined || second.includes('@') ? [first, second] : [`${first} ${second}`], rest]
    .flat()
    .filter(Boolean)
    .join(' · ');
}
