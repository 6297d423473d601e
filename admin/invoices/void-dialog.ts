import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { useCall } from '../team/use-call.js';
import { invoiceFault } from './invoice-faults.js';
import type { Invoice } from './look.js';

export interface VoidDialogProps {
  open: boolean;
  invoice: Invoice;
  onClose: () => void;
  /** Told the id of the credit note. */
  onDone: (creditNote: number) => void;
}

/** Voids an invoice by a credit note: there is no way back, so it is asked. */
export function VoidDialog({ open, invoice, onClose, onDone }: VoidDialogProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const [reason, setReason] = useState('');
  const call = useCall((error) => invoiceFault(words, error));
  const number = invoice.number ?? '';
  const voidIt = () =>
    call.run(async () => {
      const params = { id: String(invoice.id) };
      const credit = await api.call('POST /invoices/:id/credit-note', { params, body: { reason } });
      toasts.show({ text: t('invoices.voided', { number, credit: credit.number ?? '' }) });
      onDone(credit.id);
    });
  return h(Dialog, {
    open,
    title: t('invoices.voidTitle', { number }),
    closeLabel: t('common.close'),
    onClose,
    actions: [
      h(Button, { onPress: onClose, children: t('invoices.cancel') }),
      h(Button, { kind: 'danger', busy: call.busy, onPress: () => void voidIt(), children: t('invoices.void') }),
    ],
    children: html`<div class="invoice-dialog">
      <p>${t('invoices.voidText')}</p>
      ${h(TextField, { label: t('invoices.reason'), name: 'reason', note: t('invoices.optional'), hint: t('invoices.reasonHint'), value: reason, onValue: setReason, autocomplete: 'off', maxLength: 500 })}
      ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    </div>`,
  });
}
