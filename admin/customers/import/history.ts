import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Meaning } from '../../../widget/kit/badge.js';
import { Badge } from '../../../widget/kit/badge.js';
import { Button } from '../../../widget/kit/button.js';
import { formatDay, formatTime, visitorZone } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import type { Column } from '../../../widget/kit/table.js';
import { Table } from '../../../widget/kit/table.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import { addressWith, pageOf } from '../../kit/address.js';
import { useLoad } from '../../kit/load.js';
import { Pager } from '../../kit/pager.js';
import { Problem } from '../../kit/problem.js';
import type { ImportSummary } from './import-types.js';
import { UndoDialog } from './undo-dialog.js';

const pageSize = 10;
const meanings: Partial<Record<ImportSummary['status'], Meaning>> = {
  done: 'good',
  failed: 'danger',
  cancelled: 'warning',
};

/** Past and pending imports, newest first; a finished one can be undone here too. Nothing while there are none. */
export function History(): View | null {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const { path, query, route } = useLocation();
  const page = pageOf(query);
  const asked = { page: String(page), pageSize: String(pageSize) };
  const list = useLoad(JSON.stringify(asked), (signal) => api.call('GET /customers/imports', { query: asked, signal }));
  const [undoing, setUndoing] = useState<number | null>(null);
  const { data } = list;
  const undo = async (id: number) => {
    setUndoing(null);
    try {
      await api.call('POST /customers/imports/:id/undo', { params: { id: String(id) } });
      route(`/admin/customers/import/${id}`);
    } catch (error) {
      toasts.show({ kind: 'danger', text: errorWords(words, error) });
    }
  };
  if (list.error !== undefined) return h(Problem, { error: list.error, onRetry: list.reload, beside: true });
  if (!data || (data.total === 0 && page === 1)) return null;
  const here = visitorZone();
  const columns: Column<ImportSummary>[] = [
    {
      key: 'file',
      title: t('import.fileName'),
      cell: (row) =>
        html`<a href=${`/admin/customers/import/${row.id}`}>${row.fileName || t('import.unnamed', { number: row.id })}</a>`,
    },
    {
      key: 'when',
      title: t('import.when'),
      minor: true,
      cell: ({ createdAt }) =>
        `${formatDay(language, createdAt, 'short', here)}, ${formatTime(language, createdAt, here)}`,
    },
    { key: 'by', title: t('import.by'), minor: true, cell: ({ account }) => account },
    {
      key: 'new',
      title: t('import.added'),
      align: 'end',
      minor: true,
      cell: ({ counts, finishedAt }) => finishedAt && counts?.new,
    },
    {
      key: 'state',
      title: t('import.state'),
      cell: ({ status }) =>
        h(Badge, { meaning: meanings[status] ?? 'neutral', children: t(`import.status.${status}`) }),
    },
    {
      key: 'undo',
      title: t('import.undo'),
      align: 'end',
      cell: (row) =>
        row.undoUntil &&
        h(Button, {
          kind: 'quiet',
          size: 'small',
          label: t('import.undoOf', { file: row.fileName || row.id }),
          onPress: () => setUndoing(row.id),
          children: t('import.undo'),
        }),
    },
  ];
  return html`<div class="import-history">
    <h2 class="import-heading">${t('import.history')}</h2>
    ${h(Table<ImportSummary>, { caption: t('import.history'), columns, rows: data.items, rowKey: ({ id }) => id, busy: list.outdated })}
    ${h(Pager, { page, pageSize, total: data.total, onPage: (to) => route(addressWith(path, query, { page: to === 1 ? null : to })) })}
    ${h(UndoDialog, { open: undoing !== null, onClose: () => setUndoing(null), onUndo: () => undoing !== null && void undo(undoing) })}
  </div>`;
}
