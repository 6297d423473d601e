import { Ban, FileDown, Mail, Printer, RotateCcw, Trash2 } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../../widget/kit/api.js';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import type { MenuItem } from '../kit/menu.js';
import { Menu } from '../kit/menu.js';
import { invoiceFault } from './invoice-faults.js';
import { IssueDialog } from './issue-dialog.js';
import type { Invoice } from './look.js';
import { MailDialog } from './mail-dialog.js';
import { PaymentDialog } from './payment-dialog.js';
import type { DraftForm } from './use-draft.js';
import { VoidDialog } from './void-dialog.js';

export interface InvoiceActionsProps {
  invoice: Invoice;
  form: DraftForm;
  onChanged: () => void;
}

type Asking = 'issue' | 'payment' | 'void' | 'mail' | null;

/** What can be done with an invoice as it stands: the next thing as a button, the rest behind three dots. */
export function InvoiceActions({ invoice, form, onChanged }: InvoiceActionsProps): View {
  const { api, words, may, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const { route } = useLocation();
  const [asking, setAsking] = useState<Asking>(null);
  const { id, kind, status } = invoice;
  const params = { id: String(id) };
  const edits = may('invoices.edit');
  const isInvoice = kind === 'invoice';
  const pdf = `/api/v1/admin/invoices/${id}/pdf`;

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      const said = error instanceof ApiError ? invoiceFault(words, error) : undefined;
      toasts.show({ kind: 'danger', text: said ?? errorWords(words, error) });
    }
    onChanged();
  };
  const restore = () =>
    attempt(async () => {
      await api.call('POST /invoices/:id/restoration', { params });
      route(`/admin/invoices/${id}`);
    });
  const discard = () =>
    attempt(async () => {
      await api.call('DELETE /invoices/:id', { params });
      toasts.show({ text: t('invoices.discarded'), undo: () => void restore() });
      route('/admin/invoices');
    });
  const reopen = () =>
    attempt(async () => {
      await api.call('DELETE /invoices/:id/payment', { params });
      toasts.show({ text: t('invoices.reopened') });
    });

  const items: MenuItem[] = [{ title: t('invoices.pdf'), icon: FileDown, href: pdf, download: true }];
  if (status !== 'draft') items.unshift({ title: t('invoices.print'), icon: Printer, onPress: () => print() });
  if (edits && status === 'paid')
    items.push({ title: t('invoices.reopen'), icon: RotateCcw, onPress: () => void reopen() });
  if (edits && isInvoice && (status === 'issued' || status === 'paid'))
    items.push({ title: t('invoices.void'), icon: Ban, danger: true, onPress: () => setAsking('void') });
  if (edits && status === 'draft')
    items.push({ title: t('invoices.discard'), icon: Trash2, danger: true, onPress: () => void discard() });

  const close = () => setAsking(null);
  const done = () => {
    close();
    onChanged();
  };
  const voided = (credit: number) => {
    close();
    route(`/admin/invoices/${credit}`);
  };
  const main = (what: Exclude<Asking, null>, label: string) =>
    h(Button, { kind: 'primary', size: 'small', onPress: () => setAsking(what), children: label });
  return html`
    ${edits && status !== 'draft' && h(Button, { size: 'small', icon: Mail, onPress: () => setAsking('mail'), children: t('invoices.mail') })}
    ${edits && isInvoice && status === 'issued' && main('payment', t('invoices.markPaid'))}
    ${edits && status === 'draft' && main('issue', t('invoices.issue'))}
    ${h(Menu, { label: t('invoices.more'), items })}
    ${h(IssueDialog, { open: asking === 'issue', invoice, form, onClose: close, onDone: done })}
    ${h(PaymentDialog, { open: asking === 'payment', invoice, onClose: close, onDone: done })}
    ${h(VoidDialog, { open: asking === 'void', invoice, onClose: close, onDone: voided })}
    ${h(MailDialog, { open: asking === 'mail', invoice, onClose: close })}
  `;
}
