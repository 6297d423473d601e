import { FileCheck } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { useAdmin } from '../../admin-context.js';
import { addressWith, pageOf } from '../../kit/address.js';
import { useLoad } from '../../kit/load.js';
import { Pager } from '../../kit/pager.js';
import { Problem } from '../../kit/problem.js';
import { Tabs } from '../../kit/tabs.js';
import type { Filter, Import, ImportedRow } from './import-types.js';
import { RowsTable } from './rows-table.js';

const pageSize = 50;

export interface RowTabsProps {
  found: Import;
  filter: Filter;
  filters: readonly Filter[];
  /** Cells at fault can be corrected. */
  editable?: boolean;
  onCorrected?: () => void;
}

/** The rows of an import by what became of them. Which, and the page, stand in the address. */
export function RowTabs({ found, filter, filters, editable, onCorrected }: RowTabsProps): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const page = pageOf(query);
  const asked = { outcome: filter, page: String(page), pageSize: String(pageSize) };
  const params = { id: String(found.id) };
  const list = useLoad(`${JSON.stringify(asked)} ${found.status} ${found.id}`, (signal) =>
    api.call('GET /customers/imports/:id/rows', { params, query: asked, signal }),
  );
  /** Rows that were corrected here stay where they are, as they are now; by their numbers. */
  const [corrected, setCorrected] = useState<ReadonlyMap<number, ImportedRow>>(new Map());
  const counts = currentCounts(found, corrected);
  const { data } = list;
  const rows = list.outdated ? [] : (data?.items ?? []);
  const correct = async (row: ImportedRow, cells: Record<string, string>) => {
    const answer = await api.call('PATCH /customers/imports/:id/rows/:row', {
      params: { ...params, row: String(row.row) },
      body: { cells },
    });
    setCorrected((before) => new Map(before).set(row.row, answer));
    onCorrected?.();
  };
  return h(Tabs<Filter>, {
    label: t('import.outcomes'),
    current: filter,
    tabs: filters.map((key) => ({ key, title: t(`import.outcome.${key}`), count: counts[key] })),
    onTab: (key) => {
      setCorrected(new Map());
      route(addressWith(path, query, { outcome: key, page: null }), true);
    },
    children: html`
      ${list.error !== undefined && h(Problem, { error: list.error, onRetry: list.reload, beside: data !== undefined })}
      ${(!data || list.outdated) && list.error === undefined && h(Skeleton, { rows: 6, height: 40, label: t('common.loading') })}
      ${data && !list.outdated && rows.length === 0 && h(Empty, { icon: FileCheck, title: t(`import.none.${filter}`) })}
      ${rows.length > 0 && h(RowsTable, { found, filter, rows: rows.map((row) => corrected.get(row.row) ?? row), correct: editable ? correct : undefined })}
      ${data && h(Pager, { page, pageSize, total: data.total, onPage: (to) => route(addressWith(path, query, { page: to === 1 ? null : to })) })}
    `,
  });
}

/** The counts of the import, with what was corrected since it was read. All corrected rows were errors when the tab was opened. */
function currentCounts(found: Import, corrected: ReadonlyMap<number, ImportedRow>): Record<Filter, number> {
  const counts: Record<Filter, number> = {
    ...(found.counts ?? { new: 0, update: 0, skip: 0, error: 0 }),
    kept: found.undone?.kept ?? 0,
  };
  for (const { outcome } of corrected.values()) {
    counts.error -= 1;
    counts[outcome] += 1;
  }
  return counts;
}
