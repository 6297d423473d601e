import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import { fullMoney } from '../kit/money-text.js';
import { useCall } from '../team/use-call.js';
import { invoiceFault } from './invoice-faults.js';
import type { Invoice } from './look.js';
import type { DraftForm } from './use-draft.js';

export interface IssueDialogProps {
  open: boolean;
  invoice: Invoice;
  form: DraftForm;
  onClose: () => void;
  onDone: () => void;
}

/** An issued invoice can't be changed any more: asked once, with the number that it will get. What is unsaved is saved first. */
export function IssueDialog({ open, invoice, form, onClose, onDone }: IssueDialogProps): View {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const call = useCall((error) => invoiceFault(words, error));
  const next = useLoad(`next ${open}`, async (signal) =>
    open ? (await api.call('GET /invoices/next-numbers', { signal })).invoice : '',
  );
  const settings = useLoad(`settings ${open}`, async (signal) => (open ? api.call('GET /settings', { signal }) : null));
  const nameless = settings.data && settings.data.invoiceSellerAddress === '';
  const issue = async () => {
    const version = form.dirty ? await form.save() : form.invoice.version;
    // What is wrong with the draft stands in its form.
    if (version === null) return onClose();
    await call.run(async () => {
      const body = { version };
      const issued = await api.call('POST /invoices/:id/issue', { params: { id: String(invoice.id) }, body });
      toasts.show({ text: t('invoices.issued', { number: issued.number ?? '' }) });
      onDone();
    });
  };
  return h(Dialog, {
    open,
    title: t('invoices.issueTitle'),
    closeLabel: t('common.close'),
    onClose,
    actions: [
      h(Button, { onPress: onClose, children: t('invoices.cancel') }),
      h(Button, { kind: 'primary', busy: call.busy, onPress: () => void issue(), children: t('invoices.issue') }),
    ],
    children: html`<div class="invoice-dialog">
      <p>${t('invoices.issueText', { number: next.data || '…', total: fullMoney(language, form.amounts.totalMinor, invoice.currency) })}</p>
      ${nameless && h(Notice, { meaning: 'warning', children: t('invoices.noSeller') })}
      ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    </div>`,
  });
}
