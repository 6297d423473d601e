import { h } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import type { Import, ImportedRow, RowIssue } from './import-types.js';
import { columnLabel } from './import-types.js';

export interface RowFixProps {
  found: Import;
  row: ImportedRow;
  correct: (row: ImportedRow, cells: Record<string, string>) => Promise<void>;
  onFine: () => void;
}

/** The cells of a row that are at fault, each with what is wrong, to be corrected here and checked at once. */
export function RowFix({ found, row, correct, onFine }: RowFixProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const id = useId();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async (event: Event) => {
    event.preventDefault();
    if (Object.keys(typed).length === 0) return;
    setBusy(true);
    setError(undefined);
    try {
      await correct(row, typed);
      setTyped({});
      onFine();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const field = (issue: RowIssue, at: number): View => {
    const text = t(`import.issue.${issue.reason}`);
    const { column } = issue;
    if (column === null)
      return html`<p class="import-issue">${issue.field === null ? '' : `${issue.field}: `}${text}</p>`;
    const name = columnLabel(words, found.columns, column);
    return html`<div class="import-fix">
      <input
        type="text"
        dir="auto"
        data-row=${row.row}
        aria-label=${t('import.cell', { column: name, line: row.line })}
        aria-describedby=${`${id}-${at}`}
        aria-invalid="true"
        value=${typed[column] ?? row.cells[column] ?? ''}
        onInput=${(event: Event) => setTyped({ ...typed, [column]: (event.currentTarget as HTMLInputElement).value })}
      />
      <p class="import-issue" id=${`${id}-${at}`}>${name}: ${text}</p>
    </div>`;
  };
  return html`<form class="import-fixes" onSubmit=${save}>
    <div>
      ${row.issues.map(field)}
      ${error !== undefined && html`<p class="import-issue" role="alert">${errorWords(words, error)}</p>`}
    </div>
    ${
      row.issues.some(({ column }) => column !== null) &&
      h(Button, {
        type: 'submit',
        size: 'small',
        busy,
        label: t('import.saveRow', { line: row.line }),
        children: t('import.save'),
      })
    }
  </form>`;
}
