import { ReceiptText } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../../widget/kit/api.js';
import { Button } from '../../widget/kit/button.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { addressWith } from '../kit/address.js';
import { Choice } from '../kit/choice.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { useUnsaved } from '../kit/unsaved.js';
import type { Params } from '../routes.js';
import { DraftEditor } from './draft-editor.js';
import { InvoiceActions } from './invoice-actions.js';
import css from './invoice-page.css';
import { InvoicePaper } from './invoice-paper.js';
import type { Invoice } from './look.js';
import { invoiceStatus } from './look.js';
import { useDraft } from './use-draft.js';

style(css);

/** One invoice: a draft as a form with a preview, all others as the paper that they are. */
export function InvoicePage({ params }: { params: Params }): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const id = params['id'] ?? '';
  const load = useLoad(`invoice ${id}`, (signal) => api.call('GET /invoices/:id', { params: { id }, signal }));
  if (load.data && !load.outdated) return h(Shown, { key: load.data.id, invoice: load.data, reload: load.reload });
  const { error } = load;
  const title = t('invoices.one');
  if (error instanceof ApiError && (error.status === 404 || error.status === 422)) {
    const action = h(Button, { href: '/admin/invoices', children: t('invoices.toList') });
    const text = t('invoices.missingText');
    return h(Page, {
      title,
      children: h(Empty, { icon: ReceiptText, title: t('invoices.missing'), children: text, action }),
    });
  }
  return h(Page, {
    title,
    children:
      error === undefined
        ? h(Skeleton, { rows: 8, height: 48, label: t('common.loading') })
        : h(Problem, { error, onRetry: load.reload }),
  });
}

interface ShownProps {
  invoice: Invoice;
  reload: () => void;
}

function Shown({ invoice, reload }: ShownProps): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const form = useDraft(invoice, reload);
  const isDraft = invoice.status === 'draft' && may('invoices.edit');
  const editing = isDraft && query['view'] !== 'preview';
  const { dialog } = useUnsaved(isDraft && form.dirty);
  const { customer, booking, creditNote, of, voidReason } = invoice;
  const link = (id: number, text: string) => html`<a href=${`/admin/invoices/${id}`}>${text}</a>`;
  return h(Page, {
    title: invoice.number ?? t('invoices.one'),
    lead: invoiceStatus(words, invoice),
    actions: h(InvoiceActions, { invoice, form, onChanged: reload }),
    children: html`<div class="invoice-page">
      <div class="invoice-bar">
        <p class="invoice-about">
          ${may('customers.view') ? html`<a href=${`/admin/customers/${customer.number}?tab=summaries`}>${customer.name}</a>` : customer.name}
          ${booking && html`<span>${t('invoices.ofBooking', { reference: booking.reference })}</span>`}
          ${of && html`<span>${t('invoices.creditOf')} ${link(of.id, of.number ?? '')}</span>`}
          ${creditNote && html`<span>${t('invoices.voidedBy')} ${link(creditNote.id, creditNote.number ?? '')}</span>`}
        </p>
        ${
          isDraft &&
          h(Choice<'edit' | 'preview'>, {
            label: t('invoices.view'),
            value: editing ? 'edit' : 'preview',
            options: [
              { value: 'edit', label: t('invoices.edit') },
              { value: 'preview', label: t('invoices.preview') },
            ],
            onValue: (view) => route(addressWith(path, query, { view: view === 'edit' ? null : view }), true),
          })
        }
      </div>
      ${
        booking?.cancelled &&
        invoice.status !== 'void' &&
        invoice.kind === 'invoice' &&
        h(Notice, { meaning: 'warning', children: t('invoices.bookingCancelled') })
      }
      ${voidReason && h(Notice, { children: t('invoices.voidBecause', { reason: voidReason }) })}
      ${!editing && isDraft && form.dirty && h(Notice, { children: t('invoices.previewSaved') })}
      ${editing ? h(DraftEditor, { form }) : h(InvoicePaper, { paper: invoice.paper })}
      ${dialog}
    </div>`,
  });
}
