import { formatDay } from '../../widget/kit/dates.js';
import { dateFormat } from '../../widget/kit/formatters.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import type { AdminApi } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';

type Hours = AdminApi['GET /reports/numbers']['answer']['hours'];

/** When people come: weekdays beside hours, the busier the darker; a table in itself. */
export function BusyHours({ hours }: { hours: Hours }): View {
  const { words, site } = useAdmin();
  const { t, language } = words;
  const most = Math.max(0, ...hours.map(({ appointments }) => appointments));
  const shown = hours.map(({ hour }) => hour);
  const [first, last] = [Math.min(...shown), Math.max(...shown)];
  const columns = most === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const weekdays = Array.from({ length: 7 }, (_, index) => ((site.weekStart - 1 + index) % 7) + 1);
  // The first of January 2024 was a Monday.
  const weekday = (iso: number): string => formatDay(language, `2024-01-0${iso}`, 'weekdayShort');
  const hourName = (hour: number): string =>
    dateFormat(language, { hour: 'numeric', timeZone: 'UTC' }).format(hour * 3_600_000);
  const count = (iso: number, hour: number): number =>
    hours.find((one) => one.weekday === iso && one.hour === hour)?.appointments ?? 0;
  return html`<figure class="chart wide">
    <figcaption><h3>${t('dashboard.busy')}</h3></figcaption>
    ${
      most === 0
        ? html`<p class="chart-empty">${t('dashboard.none')}</p>`
        : html`<div class="heat-scroll" tabindex="0" role="region" aria-label=${t('dashboard.busy')}><table class="heat">
          <thead><tr><td></td>${columns.map((hour) => html`<th scope="col" key=${hour}>${hourName(hour)}</th>`)}</tr></thead>
          <tbody>${weekdays.map(
            (iso) =>
              html`<tr key=${iso}><th scope="row">${weekday(iso)}</th>${columns.map((hour) => {
                const value = count(iso, hour);
                return html`<td key=${hour} class=${value / most > 0.6 ? 'tabular full' : 'tabular'} style=${{ '--heat': `${Math.round((value / most) * 100)}%` }}>${value || ''}</td>`;
              })}</tr>`,
          )}</tbody>
        </table></div>`
    }
  </figure>`;
}
