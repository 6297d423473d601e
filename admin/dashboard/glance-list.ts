import { h } from 'preact';
import { Status } from '../../widget/kit/badge.js';
import { dayAt, formatDay, formatTime } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import type { AdminApi } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import dotCss from '../kit/dot.css';

style(dotCss);

type Glance = AdminApi['GET /reports/today']['answer']['next'][number];

export interface GlanceListProps {
  title: string;
  items: readonly Glance[];
  /** Today. */
  day: string;
  addressOf: (id: number) => string;
  empty: string;
  more: { href: string; label: string };
}

/** A few appointments, each a link to its detail. */
export function GlanceList({ title, items, day, addressOf, empty, more }: GlanceListProps): View {
  const { t, language } = useAdmin().words;
  return html`<section class="glance-list" aria-label=${title}>
    <h2>${title}</h2>
    ${
      items.length === 0
        ? html`<p class="glance-empty">${empty}</p>`
        : html`<ul>${items.map(
            (item) => html`<li key=${item.id}><a href=${addressOf(item.id)}>
              <span class="glance-when tabular">${formatTime(language, item.start, item.timeZone)}${dayAt(item.timeZone, item.start) !== day && html`<small>${formatDay(language, item.start, 'short', item.timeZone)}</small>`}</span>
              <span class="glance-what"><span><i class="dot" style=${{ '--dot': item.colour }}></i>${item.service}</span>
                <span class="glance-who">${item.customer || t('appointments.nobody')}${item.others > 0 && ` +${item.others}`} · ${item.provider}</span></span>
              ${item.status === 'pending' && h(Status, { status: item.status, word: t('statusShort.pending') })}
            </a></li>`,
          )}</ul>`
    }
    <p><a href=${more.href}>${more.label}</a></p>
  </section>`;
}
