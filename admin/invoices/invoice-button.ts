import { ReceiptText } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import { useCall } from '../team/use-call.js';
import { invoiceFault } from './invoice-faults.js';
import { invoiceName } from './look.js';

/** On a booking: leads to its invoice, or draws one up. Nothing for who has nothing to do with invoices. */
export function InvoiceButton({ reference }: { reference: string }): View | null {
  const { api, words, may } = useAdmin();
  const { t } = words;
  const { route } = useLocation();
  const sees = may('invoices.view');
  const found = useLoad(`invoices of ${reference} ${sees}`, async (signal) =>
    sees ? (await api.call('GET /bookings/:reference/invoices', { params: { reference }, signal })).items : [],
  );
  const call = useCall((error) => invoiceFault(words, error));
  if (!sees || !found.data) return null;
  const standing = found.data.find(({ kind, status }) => kind === 'invoice' && status !== 'void');
  const make = () =>
    call.run(async () => {
      const { id } = await api.call('POST /bookings/:reference/invoices', { params: { reference }, body: {} as never });
      route(`/admin/invoices/${id}`);
    });
  if (standing)
    return h(Button, {
      size: 'small',
      icon: ReceiptText,
      href: `/admin/invoices/${standing.id}`,
      children: t('invoices.open', { name: invoiceName(words, standing) }),
    });
  if (!may('invoices.edit')) return null;
  return html`${h(Button, { size: 'small', icon: ReceiptText, busy: call.busy, onPress: () => void make(), children: t('invoices.make') })}
  ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}`;
}
