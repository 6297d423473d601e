import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { ComboField } from '../kit/combo-field.js';
import { useLoad } from '../kit/load.js';
import { useLiveText } from '../kit/use-live-text.js';
import { useCall } from '../team/use-call.js';
import { invoiceFault } from './invoice-faults.js';

export interface NewInvoiceProps {
  open: boolean;
  onClose: () => void;
  onMade: (id: number) => void;
}

/** An empty draft for a customer, who is found as one types. Of bookings drafts are drawn up where the booking is. */
export function NewInvoice({ open, onClose, onMade }: NewInvoiceProps): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const [text, setText] = useState('');
  const [, setTyped] = useLiveText(text, setText);
  const [chosen, setChosen] = useState('');
  const [missing, setMissing] = useState(false);
  const call = useCall((error) => invoiceFault(words, error));
  const found = useLoad(`customers for ${open} ${text}`, async (signal) =>
    open ? api.call('GET /customers', { query: { pageSize: '10', ...(text ? { q: text } : {}) }, signal }) : null,
  );
  const options = (found.data?.items ?? []).map(({ number, name, email }) => ({
    value: String(number),
    label: email ? `${name} · ${email}` : name,
  }));
  const close = () => {
    setChosen('');
    setText('');
    setMissing(false);
    onClose();
  };
  const make = () => {
    if (chosen === '') return setMissing(true);
    return call.run(async () => {
      const { id } = await api.call('POST /invoices', { body: { customer: Number(chosen) } });
      close();
      onMade(id);
    });
  };
  return h(Dialog, {
    open,
    title: t('invoices.new'),
    closeLabel: t('common.close'),
    onClose: close,
    actions: [
      h(Button, { onPress: close, children: t('invoices.cancel') }),
      h(Button, { kind: 'primary', busy: call.busy, onPress: () => void make(), children: t('invoices.begin') }),
    ],
    children: html`<div class="invoice-dialog">
      <p>${t('invoices.newText')}</p>
      ${h(ComboField, {
        label: t('invoices.customer'),
        name: 'customer',
        value: chosen,
        options,
        onValue: setChosen,
        onTyped: setTyped,
        noneLabel: t('invoices.nobody'),
        placeholder: t('invoices.customerHint'),
        error: missing && chosen === '' ? t('invoices.customerMissing') : undefined,
      })}
      ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    </div>`,
  });
}
