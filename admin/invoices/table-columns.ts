import { formatDay, visitorZone } from '../../widget/kit/dates.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import type { Column } from '../../widget/kit/table.js';
import type { AdminWords } from '../admin-words.js';
import { fullMoney } from '../kit/money-text.js';
import type { ListedInvoice } from './look.js';
import { invoiceName, invoiceStatus } from './look.js';
import css from './table-columns.css';

style(css);

/** The columns of a list of invoices. On telephones customer and day stand beneath the number, the status beneath the sum. */
export function invoiceColumns(words: AdminWords): Column<ListedInvoice>[] {
  const { t, language } = words;
  const day = (date: string | null) => (date ? formatDay(language, date, 'numeric') : '–');
  const made = (row: ListedInvoice) =>
    row.issueDay ? day(row.issueDay) : formatDay(language, row.createdAt, 'numeric', visitorZone());
  return [
    {
      key: 'number',
      title: t('invoices.number'),
      sortable: true,
      cell: (row) =>
        html`<a class="invoice-number" href=${`/admin/invoices/${row.id}`}>${invoiceName(words, row)}</a
          ><span class="invoice-beneath">${row.customer.name} · ${made(row)}</span>`,
    },
    {
      key: 'customer',
      title: t('invoices.customer'),
      minor: true,
      cell: ({ customer }) =>
        html`<a class="invoice-customer" href=${`/admin/customers/${customer.number}?tab=summaries`}>${customer.name}</a>`,
    },
    { key: 'day', title: t('invoices.day'), sortable: true, minor: true, cell: (row) => day(row.issueDay) },
    { key: 'due', title: t('invoices.due'), minor: true, cell: (row) => (row.paidDay ? '–' : day(row.dueDay)) },
    { key: 'status', title: t('invoices.statusTitle'), minor: true, cell: (row) => invoiceStatus(words, row) },
    {
      key: 'total',
      title: t('invoices.total'),
      align: 'end',
      sortable: true,
      cell: (row) =>
        html`<div class="invoice-total">
          <span class=${row.status === 'void' ? 'invoice-void' : ''}>${fullMoney(language, row.totalMinor, row.currency)}</span>
          ${invoiceStatus(words, row)}
        </div>`,
    },
  ];
}
