import { CircleCheck, CircleX, FilePen, FileText, TriangleAlert, Undo2 } from 'lucide';
import { h } from 'preact';
import type { AdminApi } from '../../server/api.js';
import { Badge } from '../../widget/kit/badge.js';
import type { View } from '../../widget/kit/html.js';
import type { AdminWords } from '../admin-words.js';

export type Invoice = AdminApi['GET /invoices/:id']['answer'];
export type ListedInvoice = AdminApi['GET /invoices']['answer']['items'][number];

const looks = {
  draft: { meaning: 'neutral', icon: FilePen },
  issued: { meaning: 'info', icon: FileText },
  overdue: { meaning: 'warning', icon: TriangleAlert },
  paid: { meaning: 'good', icon: CircleCheck },
  void: { meaning: 'neutral', icon: CircleX },
  credit_note: { meaning: 'neutral', icon: Undo2 },
} as const;

type Shown = Pick<ListedInvoice, 'kind' | 'status' | 'overdue'>;

const lookOf = ({ kind, status, overdue }: Shown): keyof typeof looks =>
  kind === 'credit_note' ? 'credit_note' : overdue ? 'overdue' : status === 'discarded' ? 'draft' : status;

/** How an invoice stands: colour, icon and word together. */
export function invoiceStatus({ t }: AdminWords, invoice: Shown): View {
  const look = lookOf(invoice);
  return h(Badge, { ...looks[look], children: t(`invoices.status.${look}`) });
}

/** What an invoice is called: its number, or that it has none yet. */
export const invoiceName = ({ t }: AdminWords, { number }: Pick<ListedInvoice, 'number'>): string =>
  number ?? t('invoices.draft');
