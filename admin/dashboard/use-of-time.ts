import { formatMinutes } from '../../widget/kit/dates.js';
import { numberFormat } from '../../widget/kit/formatters.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import type { AdminApi } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';

type Providers = AdminApi['GET /reports/numbers']['answer']['providers'];

/** How much of each provider's open time was taken. Booked outside the hours, it can be more than all of it. */
export function UseOfTime({ providers, from, to }: { providers: Providers; from: string; to: string }): View {
  const { t, language } = useAdmin().words;
  const open = providers.reduce((sum, one) => sum + one.openMinutes, 0);
  const booked = providers.reduce((sum, one) => sum + one.bookedMinutes, 0);
  const share = (part: number, all: number): string =>
    all === 0 ? '–' : numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(part / all);
  return html`<figure class="chart">
    <figcaption><h3>${t('dashboard.use')}</h3><p class="tabular">${share(booked, open)}</p></figcaption>
    ${
      providers.length === 0
        ? html`<p class="chart-empty">${t('dashboard.none')}</p>`
        : html`<table class="meters"><thead class="hidden-text"><tr><th scope="col">${t('appointments.provider')}</th><th scope="col">${t('dashboard.use')}</th></tr></thead>
          <tbody>${providers.map(
            (one) => html`<tr key=${one.id}>
              <th scope="row"><a href=${`/admin/appointments?from=${from}&to=${to}&provider=${one.id}`}>${one.name}</a></th>
              <td><span class="meter" aria-hidden="true"><i class="meter-fill" style=${{ inlineSize: `${Math.min(100, one.openMinutes === 0 ? 0 : (one.bookedMinutes / one.openMinutes) * 100)}%` }}></i></span>
                <span class="tabular">${share(one.bookedMinutes, one.openMinutes)}</span>
                <small class="tabular">${t('dashboard.useText', { booked: formatMinutes(language, one.bookedMinutes) || '0', open: formatMinutes(language, one.openMinutes) || '0' })}</small></td>
            </tr>`,
          )}</tbody></table>`
    }
  </figure>`;
}
