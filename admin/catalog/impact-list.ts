import { formatDay, formatTime } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import type { Impact } from './catalog-types.js';

/** The first of the coming appointments, each on the clock of its location. */
export function ImpactList({ impact, withService }: { impact: Impact; withService?: boolean }): View {
  const { t, language } = useAdmin().words;
  const { first, coming } = impact;
  return html`<ul class="impact-list">
    ${first.map(
      ({ start, timeZone, service, provider }) => html`<li>
        <span class="tabular">${formatDay(language, start, 'short', timeZone)}, ${formatTime(language, start, timeZone)}</span>
        <span>${withService ? `${service} · ${provider}` : provider}</span>
      </li>`,
    )}
    ${coming > first.length && html`<li>${t('catalog.impactMore', { count: coming - first.length })}</li>`}
  </ul>`;
}
