import { FileDown, FilePlus2, ReceiptText, SearchX, Settings } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import { Table } from '../../widget/kit/table.js';
import { useAdmin } from '../admin-context.js';
import type { Changes } from '../kit/address.js';
import { addressWith } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Pager } from '../kit/pager.js';
import { Problem } from '../kit/problem.js';
import { InvoiceTotals } from './invoice-totals.js';
import css from './invoices-page.css';
import { exportAddress, readList, usualSort } from './list-query.js';
import { ListToolbar } from './list-toolbar.js';
import type { ListedInvoice } from './look.js';
import { NewInvoice } from './new-invoice.js';
import { invoiceColumns } from './table-columns.js';

style(css);

const base = '/admin/invoices';

/** All invoices and credit notes, with what they come to (A123). Search, filter, order and page stand in the address. */
export function InvoicesPage(): View {
  const { api, words, may } = useAdmin();
  const { t } = words;
  const { query, route } = useLocation();
  const { filter, sort, page } = readList(query);
  const [adding, setAdding] = useState(false);
  const asked = { ...filter, sort, page: String(page) };
  const list = useLoad(JSON.stringify(asked), (signal) => api.call('GET /invoices', { query: asked, signal }));
  // Beside the list: adding up takes longer than showing the first page.
  const totals = useLoad(JSON.stringify(filter), (signal) =>
    api.call('GET /invoices/totals', { query: filter, signal }),
  );
  const { data } = list;
  const go = (changes: Changes, replace = false) => route(addressWith(base, query, changes), replace);
  const isFiltered = Object.keys(filter).length > 0;
  const clear = () => go({ q: null, status: null, from: null, to: null, customer: null, page: null });
  const add = h(Button, {
    kind: 'primary',
    size: 'small',
    icon: FilePlus2,
    onPress: () => setAdding(true),
    children: t('invoices.new'),
  });
  const empty = isFiltered
    ? h(Empty, {
        icon: SearchX,
        title: t('invoices.noMatch'),
        children: t('invoices.noMatchText'),
        action: h(Button, { size: 'small', onPress: clear, children: t('invoices.clear') }),
      })
    : h(Empty, { icon: ReceiptText, title: t('invoices.none'), children: t('invoices.noneText') });

  return h(Page, {
    title: t('invoices.title'),
    aside: data && t(data.more ? 'invoices.moreThan' : 'invoices.count', { count: data.total }),
    actions: [
      may('settings.edit') &&
        h(Button, {
          kind: 'quiet',
          size: 'small',
          icon: Settings,
          href: '/admin/settings/invoices',
          children: t('invoiceSettings.open'),
        }),
      data &&
        data.total > 0 &&
        h(Button, { size: 'small', icon: FileDown, href: exportAddress(filter), children: t('invoices.export') }),
      may('invoices.edit') && add,
    ],
    children: html`<div class="invoices">
      ${h(ListToolbar, {
        filter,
        onFilter: (changes, replace) => go({ ...changes, page: null }, replace),
      })}
      ${totals.data && h(InvoiceTotals, { totals: totals.data.items, pale: totals.outdated })}
      ${list.error !== undefined && h(Problem, { error: list.error, onRetry: list.reload, beside: data !== undefined })}
      ${!data && list.error === undefined && h(Skeleton, { rows: 10, height: 40, label: t('common.loading') })}
      ${
        data &&
        h(Table<ListedInvoice>, {
          caption: t('invoices.title'),
          columns: invoiceColumns(words),
          rows: data.items,
          rowKey: ({ id }) => id,
          sort,
          onSort: (next) => go({ sort: next === usualSort ? null : next, page: null }),
          onRow: ({ id }) => route(`${base}/${id}`),
          busy: list.outdated,
          empty,
        })
      }
      ${
        data &&
        h(Pager, {
          page,
          pageSize: data.pageSize,
          total: data.total,
          onPage: (to) => go({ page: to === 1 ? null : to }),
        })
      }
      ${h(NewInvoice, { open: adding, onClose: () => setAdding(false), onMade: (id) => route(`${base}/${id}`) })}
    </div>`,
  });
}
