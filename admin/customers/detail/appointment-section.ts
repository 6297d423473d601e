import { h } from 'preact';
import { Status } from '../../../widget/kit/badge.js';
import { dayAt, formatDay, formatTimeRange, visitorZone } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { formatMoney } from '../../../widget/kit/money.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';
import { Pager } from '../../kit/pager.js';
import { Problem } from '../../kit/problem.js';
import type { CustomerAppointment, SummaryKind } from './detail-types.js';

const pageSize = 10;
const rowHeight = 64;

export interface AppointmentSectionProps {
  number: number;
  kind: SummaryKind;
  title: string;
  /** How many there are, as far as is known. */
  count: number;
  page: number;
  onPage: (page: number) => void;
}

/** One kind of a customer's appointments; nothing where there are none of it. */
export function AppointmentSection({ number, kind, title, count, page, onPage }: AppointmentSectionProps): View | null {
  const { api, words } = useAdmin();
  const { t } = words;
  const asked = { kind, page: String(page), pageSize: String(pageSize) };
  const list = useLoad(`${number} ${count} ${JSON.stringify(asked)}`, (signal) =>
    api.call('GET /customers/:number/appointments', { params: { number: String(number) }, query: asked, signal }),
  );
  const { data, error } = list;
  if (count === 0 && (data?.total ?? 0) === 0) return null;
  return html`<section class="summary" aria-busy=${list.outdated ? 'true' : undefined}>
    <h2>${title} <span class="tabular">${data?.total ?? count}</span></h2>
    ${error !== undefined && h(Problem, { error, onRetry: list.reload, beside: true })}
    ${
      data
        ? html`<ul class=${list.outdated ? 'places pale' : 'places'}>${data.items.map((item) => h(Place, { key: item.id, item }))}</ul>`
        : error === undefined &&
          h(Skeleton, { rows: Math.min(count, pageSize), height: rowHeight, label: t('common.loading') })
    }
    ${data && h(Pager, { page, pageSize, total: data.total, onPage })}
  </section>`;
}

function Place({ item }: { item: CustomerAppointment }): View {
  const { words, may } = useAdmin();
  const { t, language } = words;
  const { start, end, timeZone, service, provider, location, status, persons, priceMinor, currency, reference } = item;
  const day = formatDay(language, start, 'numeric', timeZone);
  const weekday = formatDay(language, start, 'weekdayShort', timeZone);
  // The list of appointments opens at the day of this one; its address counts days in the zone of who looks.
  const from = dayAt(visitorZone(), start);
  const address = `/admin/appointments?from=${from}&days=1&status=all&open=${item.appointmentId}`;
  return html`<li class="place" style=${{ '--service': item.colour }}>
    <p class="place-when tabular"><strong>${weekday} ${day}</strong><span>${formatTimeRange(language, start, end, timeZone)}</span></p>
    <p class="place-what">
      ${may('appointments.view') ? html`<a href=${address}>${service}</a>` : html`<strong>${service}</strong>`}
      <span>${t('summaries.at', { provider, location })}${persons > 1 && ` · ${t('appointments.persons', { count: persons })}`}</span>
      ${item.note && html`<q>${item.note}</q>`}
    </p>
    <p class="place-price tabular"><span>${formatMoney(language, priceMinor, currency)}</span><small>${reference}</small></p>
    <p class="place-status">${h(Status, { status, word: t(`status.${status}` as 'status.confirmed') })}</p>
  </li>`;
}
