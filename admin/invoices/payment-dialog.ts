import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { AdminApi } from '../../server/api.js';
import { Button } from '../../widget/kit/button.js';
import { dayAt, now, visitorZone } from '../../widget/kit/dates.js';
import { Dialog } from '../../widget/kit/dialog.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { Choice } from '../kit/choice.js';
import { fullMoney } from '../kit/money-text.js';
import { faultOf, useCall } from '../team/use-call.js';
import { invoiceFault } from './invoice-faults.js';
import type { Invoice } from './look.js';

type Method = AdminApi['POST /invoices/:id/payment']['body']['method'];
const methods = ['card', 'cash', 'transfer', 'other'] as const;

export interface PaymentDialogProps {
  open: boolean;
  invoice: Invoice;
  onClose: () => void;
  onDone: () => void;
}

/** When and how an invoice was paid; it can be taken back. */
export function PaymentDialog({ open, invoice, onClose, onDone }: PaymentDialogProps): View {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const [method, setMethod] = useState<Method>('card');
  const today = dayAt(visitorZone(), now());
  const [day, setDay] = useState(today);
  const call = useCall((error) => (error.field === 'day' ? t('invoices.wrong.day') : invoiceFault(words, error)));
  const params = { id: String(invoice.id) };
  const pay = () =>
    call.run(async () => {
      await api.call('POST /invoices/:id/payment', { params, body: { day, method } });
      toasts.show({
        text: t('invoices.paid'),
        undo: () => void api.call('DELETE /invoices/:id/payment', { params }).then(onDone, onDone),
      });
      onDone();
    });
  return h(Dialog, {
    open,
    title: t('invoices.paymentTitle'),
    closeLabel: t('common.close'),
    onClose,
    actions: [
      h(Button, { onPress: onClose, children: t('invoices.cancel') }),
      h(Button, { kind: 'primary', busy: call.busy, onPress: () => void pay(), children: t('invoices.markPaid') }),
    ],
    children: html`<div class="invoice-dialog">
      <p>${t('invoices.paymentText', { total: fullMoney(language, invoice.amounts.totalMinor, invoice.currency) })}</p>
      ${h(Choice<Method>, {
        label: t('invoices.method'),
        value: method,
        options: methods.map((value) => ({ value, label: t(`invoices.method.${value}`) })),
        onValue: setMethod,
      })}
      ${h(TextField, { label: t('invoices.paidOn'), name: 'day', type: 'date', value: day, max: today, onValue: setDay, error: faultOf(call, 'day') })}
      ${call.fault && call.fault.field !== 'day' && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    </div>`,
  });
}
