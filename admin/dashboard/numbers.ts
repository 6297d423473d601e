import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { formatDay } from '../../widget/kit/dates.js';
import { dateFormat, numberFormat } from '../../widget/kit/formatters.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { formatMoney } from '../../widget/kit/money.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { addressWith } from '../kit/address.js';
import { Choice } from '../kit/choice.js';
import { useLoad } from '../kit/load.js';
import { Problem } from '../kit/problem.js';
import { BarChart } from './bar-chart.js';
import { BusyHours } from './busy-hours.js';
import css from './charts.css';
import type { Bar, RangeName } from './ranges.js';
import { barsOf, daysOf, rangeOf, ranges } from './ranges.js';
import { Tile } from './tile.js';
import { UseOfTime } from './use-of-time.js';

style(css);

/** Bookings, revenue, use of time, no-shows and busy hours of a range that ends today. */
export function Numbers({ today }: { today: string }): View {
  const { api, words, site } = useAdmin();
  const { t, language } = words;
  const { path, query, route } = useLocation();
  const range = rangeOf(query['range']);
  const days = daysOf(range, today);
  const loaded = useLoad(JSON.stringify(days), (signal) => api.call('GET /reports/numbers', { query: days, signal }));
  const { data } = loaded;
  const whole = listOf(days.from, days.to);
  return html`<section class="numbers" aria-labelledby="numbers-title">
    <div class="numbers-head">
      <h2 id="numbers-title">${t('dashboard.numbers')}</h2>
      ${h(Choice<RangeName>, {
        label: t('dashboard.range'),
        value: range,
        options: ranges.map((value) => ({ value, label: t(`dashboard.range.${value}`) })),
        onValue: (value) => route(addressWith(path, query, { range: value === '30' ? null : value }), true),
      })}
    </div>
    ${loaded.error !== undefined && h(Problem, { error: loaded.error, onRetry: loaded.reload, beside: data !== undefined })}
    ${
      data
        ? html`<div class=${`charts${loaded.outdated ? ' pale' : ''}`}>
          ${h(BarChart, {
            title: t('dashboard.bookings'),
            sum: html`<a href=${whole}>${t('dashboard.bookingsSum', { count: data.bookings })}</a>`,
            bars: barsOf(data.days).map((bar) => ({
              label: labelOf(bar),
              value: bar.bookings,
              said: numberFormat(language, {}).format(bar.bookings),
              href: listOf(bar.day, bar.to),
            })),
            heads: [t('dashboard.when'), t('dashboard.bookings')],
            empty: t('dashboard.none'),
          })}
          ${h(BarChart, {
            title: t('dashboard.revenue'),
            sum: html`<a href=${whole}>${revenueOf(data.revenue)}</a>`,
            bars: barsOf(data.days).map((bar) => ({
              label: labelOf(bar),
              value: bar.minor,
              said: formatMoney(language, bar.minor, site.currency),
              href: listOf(bar.day, bar.to),
            })),
            heads: [t('dashboard.when'), t('dashboard.revenue')],
            empty: t('dashboard.noRevenue'),
          })}
          ${h(UseOfTime, { providers: data.providers, from: days.from, to: days.to })}
          ${h(BusyHours, { hours: data.hours })}
          <div class="tiles">
            ${h(Tile, {
              label: t('dashboard.noShows'),
              value: percent(data.noShows, data.kept + data.noShows),
              note: t('dashboard.noShowsText', { count: data.noShows, all: data.kept + data.noShows }),
              href: `${whole}&status=no_show`,
            })}
            ${h(Tile, {
              label: t('dashboard.cancelled'),
              value: data.cancelled,
              note: t('dashboard.cancelledText'),
              href: `${whole}&status=off`,
            })}
          </div>
        </div>`
        : loaded.error === undefined && h(Skeleton, { rows: 2, height: 200, label: t('common.loading') })
    }
  </section>`;

  function labelOf({ day, to }: Bar): string {
    if (day === to) return formatDay(language, day, 'short');
    const format = dateFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    return format.formatRange(Date.parse(day), Date.parse(to));
  }

  function revenueOf(sums: readonly { currency: string; minor: number }[]): string {
    if (sums.length === 0) return formatMoney(language, 0, site.currency);
    return sums.map(({ currency, minor }) => formatMoney(language, minor, currency)).join(' + ');
  }

  function percent(part: number, all: number): string {
    if (all === 0) return '–';
    return numberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(part / all);
  }
}

/** The appointments from one day to another, both inclusive. */
export const listOf = (from: string, to: string): string => `/admin/appointments?from=${from}&to=${to}`;
