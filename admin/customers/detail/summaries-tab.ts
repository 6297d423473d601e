import { CalendarX2, Lock } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { addressWith } from '../../kit/address.js';
import { AppointmentSection } from './appointment-section.js';
import type { Overview } from './detail-types.js';
import { InvoiceSection } from './invoice-section.js';
import css from './summaries-tab.css';

style(css);

export interface SummariesTabProps {
  number: number;
  overview: Overview;
}

/** What the customer asked for, has booked and had, and their invoices (FEATURES A066, A067). */
export function SummariesTab({ number, overview }: SummariesTabProps): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const section = (kind: 'requests' | 'coming' | 'history', title: string, count: number) =>
    h(AppointmentSection, {
      key: kind,
      number,
      kind,
      title,
      count,
      page: Number(/^[1-9]\d{0,3}$/.exec(query[kind] ?? '')?.[0] ?? 1),
      onPage: (page) => route(addressWith(path, query, { [kind]: page === 1 ? null : page }), true),
    });
  const { openRequests, coming, history } = overview;
  return html`<div class="summaries">
    ${
      may('appointments.view')
        ? openRequests + coming + history > 0
          ? [
              section('requests', t('summaries.requests'), openRequests),
              section('coming', t('summaries.coming'), coming),
              section('history', t('summaries.history'), history),
            ]
          : block(
              t('customer.appointments'),
              h(Empty, { icon: CalendarX2, title: t('summaries.none'), children: t('summaries.noneText') }),
            )
        : block(
            t('customer.appointments'),
            h(Empty, { icon: Lock, title: t('summaries.locked'), children: t('summaries.lockedText') }),
          )
    }
    ${
      may('invoices.view')
        ? h(InvoiceSection, {
            number,
            page: Number(/^[1-9]\d{0,3}$/.exec(query['invoices'] ?? '')?.[0] ?? 1),
            onPage: (page) => route(addressWith(path, query, { invoices: page === 1 ? null : page }), true),
          })
        : block(
            t('summaries.invoices'),
            h(Empty, { icon: Lock, title: t('summaries.lockedInvoices'), children: t('summaries.lockedInvoicesText') }),
          )
    }
  </div>`;
}

const block = (title: string, children: ComponentChildren): View =>
  html`<section class="summary"><h2>${title}</h2>${children}</section>`;
