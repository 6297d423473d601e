import { FilePlus2, ReceiptText } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../../widget/kit/button.js';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { Table } from '../../../widget/kit/table.js';
import { useAdmin } from '../../admin-context.js';
import { invoiceFault } from '../../invoices/invoice-faults.js';
import { InvoiceTotals } from '../../invoices/invoice-totals.js';
import type { ListedInvoice } from '../../invoices/look.js';
import { invoiceColumns } from '../../invoices/table-columns.js';
import { useLoad } from '../../kit/load.js';
import { Pager } from '../../kit/pager.js';
import { Problem } from '../../kit/problem.js';
import { useCall } from '../../team/use-call.js';

export interface InvoiceSectionProps {
  number: number;
  page: number;
  onPage: (page: number) => void;
}

/** All invoices of a customer, what they come to, and a way to begin another (FEATURES A067). */
export function InvoiceSection({ number, page, onPage }: InvoiceSectionProps): View {
  const { api, words, may } = useAdmin();
  const { t } = words;
  const { route } = useLocation();
  const customer = String(number);
  const list = useLoad(`invoices ${number} ${page}`, async (signal) => {
    const [found, totals] = await Promise.all([
      api.call('GET /invoices', { query: { customer, page: String(page), pageSize: '10' }, signal }),
      api.call('GET /invoices/totals', { query: { customer }, signal }),
    ]);
    return { ...found, totals: totals.items };
  });
  const call = useCall((error) => invoiceFault(words, error));
  const begin = () =>
    call.run(async () => {
      const { id } = await api.call('POST /invoices', { body: { customer: number } });
      route(`/admin/invoices/${id}`);
    });
  const { data, error } = list;
  const add =
    may('invoices.edit') &&
    h(Button, {
      size: 'small',
      icon: FilePlus2,
      busy: call.busy,
      onPress: () => void begin(),
      children: t('invoices.new'),
    });
  const columns = invoiceColumns(words).filter(({ key }) => key !== 'customer');
  return html`<section class="summary" aria-busy=${list.outdated ? 'true' : undefined}>
    <h2>${t('summaries.invoices')} ${data && data.total > 0 && html`<span class="tabular">${data.total}</span>`}</h2>
    ${error !== undefined && h(Problem, { error, onRetry: list.reload, beside: true })}
    ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${data && h(InvoiceTotals, { totals: data.totals, pale: list.outdated })}
    ${
      data
        ? h(Table<ListedInvoice>, {
            caption: t('summaries.invoices'),
            // Nobody sorts the few invoices of one customer.
            columns: columns.map(({ sortable: _, ...column }) => column),
            rows: data.items,
            rowKey: ({ id }) => id,
            onRow: ({ id }) => route(`/admin/invoices/${id}`),
            empty: h(Empty, {
              icon: ReceiptText,
              title: t('summaries.noInvoices'),
              children: t('summaries.noInvoicesText'),
              action: add,
            }),
          })
        : error === undefined && h(Skeleton, { rows: 2, height: 40, label: t('common.loading') })
    }
    ${data && h(Pager, { page, pageSize: data.pageSize, total: data.total, onPage })}
    ${data && data.items.length > 0 && html`<div>${add}</div>`}
  </section>`;
}
