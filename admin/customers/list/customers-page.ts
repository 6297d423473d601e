import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { visitorZone } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import type { Customer } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import type { Changes } from '../../kit/address.js';
import { addressWith } from '../../kit/address.js';
import { BulkBanner } from '../../kit/bulk-banner.js';
import { Page } from '../../kit/page.js';
import { Problem } from '../../kit/problem.js';
import { CustomerDrawer } from '../record/customer-drawer.js';
import { restoreCustomer } from '../trash/restore-customer.js';
import type { BulkName } from './bulk-actions.js';
import { bulkActionsFor } from './bulk-actions.js';

import { shownColumns } from './columns.js';
import css from './customers-page.css';
import { ListActions } from './list-actions.js';
import type { Asking } from './list-dialogs.js';
import { ListDialogs } from './list-dialogs.js';
import { ListEmpty } from './list-empty.js';
import narrowCss from './list-narrow.css';
import { ListPager } from './list-pager.js';
import { asMatching, filterNames, readList, usualSort } from './list-query.js';
import type { SheetName } from './list-sheets.js';
import { ListSheets } from './list-sheets.js';
import tableCss from './list-table.css';
import { ListTable } from './list-table.js';
import { ListToolbar } from './list-toolbar.js';
import type { Picked } from './picked.js';
import { asSelection, countPicked, isPicked, nobody, pick } from './picked.js';
import { useColumns } from './use-columns.js';
import { useList } from './use-list.js';
import { useListKeys } from './use-list-keys.js';

style(css);
style(tableCss);
style(narrowCss);

const base = '/admin/customers';
const trashPermissions = ['customers.delete', 'customers.restore', 'customers.erase'] as const;

/** Everybody who booked or was added. Search, filter, order, page and what is edited stand in the address (A042). */
export function CustomersPage(): View {
  const admin = useAdmin();
  const { words, may } = admin;
  const { t } = words;
  const { query, route } = useLocation();
  const state = readList(query);
  const { filter, sort, page } = state;
  const { list, total, reload } = useList(state);
  const [columns, setColumns] = useColumns();
  const [chosen, setPicked] = useState<Picked>(nobody);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const filterText = JSON.stringify(filter);
  // All that match are others as soon as the filter is another one.
  const picked = chosen.all && chosen.of !== filterText ? nobody : chosen;
  const rows = list.data?.items ?? [];
  const known = total ?? list.data?.total ?? 0;
  const count = countPicked(picked, known);
  const zone = visitorZone();

  const go = (changes: Changes, replace = false) => route(addressWith(base, query, changes), replace);
  const onFilter = (changes: Changes, replace = false) => go({ ...changes, page: null }, replace);
  const onSort = (next: string) => go({ sort: next === usualSort(filter) ? null : next, page: null });
  const onPick = (some: readonly Customer[], ticked: boolean) => setPicked(pick(picked, some, ticked));
  const edit = /^(?:new|[1-9]\d{0,14})$/.test(query['edit'] ?? '') ? query['edit'] : null;
  const open = edit === 'new' ? 'new' : edit ? Number(edit) : null;
  const onNew = () => may('customers.create') && go({ edit: 'new' });
  const clear = () => go({ ...Object.fromEntries(filterNames.map((name) => [name, null])), page: null });
  const askAbout = (action: BulkName, row: Customer) =>
    setAsking({ action, selection: { numbers: [row.number] }, count: 1, customers: [row] });
  const done = () => {
    setPicked(nobody);
    reload();
  };
  const apply = (action: BulkName) =>
    setAsking({
      action,
      selection: asSelection(picked, filter, zone),
      count,
      customers: picked.all ? [] : [...picked.some].map(([number, name]) => ({ number, name })),
    });
  const exportAll = () =>
    setAsking({ action: 'export', selection: { matching: asMatching(filter, zone) }, count: known, customers: [] });

  useListKeys({
    onSearch: () => root.current?.querySelector<HTMLInputElement>('.list-search input')?.focus(),
    onNew,
    onHelp: () => setSheet('keys'),
    onTick: (number) => {
      const row = rows.find((each) => each.number === number);
      if (row) onPick([row], !isPicked(picked, number));
    },
  });

  const isNarrowed = Object.keys(filter).some((name) => name !== 'status');
  const aside =
    list.data &&
    (total === null
      ? t('customers.atLeast', { count: list.data.total })
      : t(isNarrowed ? 'customers.found' : 'customers.count', { count: total })) +
      (sort === 'match' && known > 1 ? ` · ${t('customers.bestFirst')}` : '');
  const wholePage = rows.length > 0 && rows.every(({ number }) => isPicked(picked, number));

  return h(Page, {
    title: t('customers.title'),
    aside,
    actions: h(ListActions, { empty: total === 0, onNew, onExport: exportAll, onSheet: setSheet }),
    children: html`<div class="list" ref=${root}>
      ${h(ListToolbar, {
        filter,
        onFilter,
        columns,
        onColumns: setColumns,
        seesTrash: trashPermissions.some(may),
        sort,
        onSort,
      })}
      ${list.error !== undefined && h(Problem, { error: list.error, onRetry: reload, beside: list.data !== undefined })}
      ${!list.data && list.error === undefined && h(Skeleton, { rows: 10, height: 40, label: t('common.loading') })}
      ${
        list.data &&
        (rows.length > 0 || list.outdated
          ? h(ListTable, {
              rows,
              columns: shownColumns(columns, filter.status),
              sort,
              usualSort: usualSort(filter),
              onSort,
              picked,
              onPick,
              busy: list.outdated,
              onEdit: (row) => go({ edit: row.number }),
              onDelete: (row) => askAbout('trash', row),
              onRestore: (row) => void restoreCustomer(admin, row, done),
            })
          : h(ListEmpty, {
              filter,
              beyond: page > 1 && known > 0,
              onClear: clear,
              onFirst: () => go({ page: null }),
              onNew,
            }))
      }
      ${
        list.data &&
        (rows.length > 0 || list.outdated) &&
        h(ListPager, {
          page,
          pageSize: list.data.pageSize,
          total: known,
          onPage: (to) => go({ page: to === 1 ? null : to }),
          onSize: (size) => go({ size, page: null }),
        })
      }
      ${
        count > 0 &&
        h(BulkBanner<BulkName>, {
          said: t('customers.ticked', { count }),
          actions: bulkActionsFor(filter.status, may).map(({ name, word }) => ({ name, label: t(word) })),
          offerAll: wholePage && total !== null && count < total ? t('customers.tickAll', { count: total }) : null,
          onAll: () => setPicked({ all: true, of: filterText, except: new Set() }),
          onNone: () => setPicked(nobody),
          onApply: apply,
        })
      }
      ${h(ListDialogs, { asking, onClose: () => setAsking(null), onDone: done })}
      ${h(CustomerDrawer, {
        open,
        onClose: () => go({ edit: null }),
        onSaved: () => {
          go({ edit: null });
          reload();
        },
      })}
      ${h(ListSheets, { open: sheet, onClose: () => setSheet(null), onChanged: done })}
    </div>`,
  });
}
