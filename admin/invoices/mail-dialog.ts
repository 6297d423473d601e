import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { faultOf, useCall } from '../team/use-call.js';
import { invoiceFault } from './invoice-faults.js';
import type { Invoice } from './look.js';

export interface MailDialogProps {
  open: boolean;
  invoice: Invoice;
  onClose: () => void;
}

/** Sends the invoice as a PDF, to the address on file or to another. */
export function MailDialog({ open, invoice, onClose }: MailDialogProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const [to, setTo] = useState(invoice.customer.email ?? '');
  // The same for every try, so that a retry sends nothing twice; another once it was sent.
  const key = useRef(crypto.randomUUID());
  const call = useCall((error) => (error.field === 'to' ? t('invoices.wrong.to') : invoiceFault(words, error)));
  const send = () =>
    call.run(async () => {
      const body = to.trim() === '' ? {} : { to: to.trim() };
      const params = { id: String(invoice.id) };
      const sent = await api.call('POST /invoices/:id/mail', { params, body, idempotencyKey: key.current });
      key.current = crypto.randomUUID();
      toasts.show({ text: t('invoices.mailed', { to: sent.to }) });
      onClose();
    });
  return h(Dialog, {
    open,
    title: t('invoices.mailTitle', { number: invoice.number ?? '' }),
    closeLabel: t('common.close'),
    onClose,
    actions: [
      h(Button, { onPress: onClose, children: t('invoices.cancel') }),
      h(Button, { kind: 'primary', busy: call.busy, onPress: () => void send(), children: t('invoices.send') }),
    ],
    children: html`<div class="invoice-dialog">
      <p>${t('invoices.mailText')}</p>
      ${h(TextField, {
        label: t('invoices.mailTo'),
        name: 'to',
        type: 'email',
        value: to,
        onValue: (value) => {
          setTo(value);
          key.current = crypto.randomUUID();
        },
        error: faultOf(call, 'to'),
        autocomplete: 'off',
        maxLength: 254,
      })}
      ${call.fault && call.fault.field !== 'to' && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    </div>`,
  });
}
