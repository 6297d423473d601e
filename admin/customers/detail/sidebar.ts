import { ChevronDown, Pin } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { formatDay, visitorZone } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { formatMoney } from '../../../widget/kit/money.js';
import { useAdmin } from '../../admin-context.js';
import { Facts } from '../../kit/facts.js';
import { LoginCard } from '../login/login-card.js';
import type { CustomerRecord, Overview } from './detail-types.js';

export interface SidebarProps {
  record: CustomerRecord;
  overview: Overview;
  onChanged: () => void;
  addressOf: (tab: 'summaries' | 'notes') => string;
}

/** Beside a customer at a glance (FEATURES A065). On narrow screens it stands above and can be folded up. */
export function Sidebar({ record, overview, addressOf, onChanged }: SidebarProps): View {
  const { words, site } = useAdmin();
  const { t, language } = words;
  const [isWide] = useState(() => matchMedia('(min-width: 901px)').matches);
  const { createdAt, appointments, coming, openRequests, noShows, spent, firstNotes, notes } = overview;
  const money = spent.length > 0 ? spent : [{ minor: 0, currency: site.currency }];
  const requests = openRequests > 0 && html`<a href=${addressOf('summaries')}>${openRequests}</a>`;
  return html`<details class="customer-side" open=${isWide}>
    <summary>${t('customer.glance')}${h(Icon, { icon: ChevronDown })}</summary>
    <div>
      ${h(Facts, {
        facts: [
          [t('customer.since'), formatDay(language, createdAt, 'numeric', visitorZone())],
          [t('customer.appointments'), appointments],
          [t('customer.coming'), coming],
          [t('customer.openRequests'), requests],
          [t('customer.noShows'), noShows],
          [
            t('customer.spent'),
            money.map(({ minor, currency }) => html`<div>${formatMoney(language, minor, currency)}</div>`),
          ],
        ],
      })}
      <section class="side-notes">
        <h2>${t('notes.title')}</h2>
        ${
          firstNotes.length > 0
            ? html`<ul>${firstNotes.map(
                (note) => html`<li>${note.pinned && h(Icon, { icon: Pin, size: 14 })}<span>${note.text}</span></li>`,
              )}</ul>`
            : html`<p>${t('customer.noNotes')}</p>`
        }
        ${notes > firstNotes.length && html`<a href=${addressOf('notes')}>${t('customer.allNotes', { count: notes })}</a>`}
      </section>
      ${h(LoginCard, { record, onChanged })}
    </div>
  </details>`;
}
