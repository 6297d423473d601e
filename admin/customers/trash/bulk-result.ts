import type { AdminApi } from '../../../server/api.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import css from './trash.css';

style(css);

export type BulkOutcome = AdminApi['POST /customers/bulk']['answer'];

const reasons = {
  already: 'trash.bulk.already',
  coming: 'trash.bulk.coming',
  not_active: 'trash.bulk.notActive',
  changed: 'trash.bulk.changed',
  error: 'trash.bulk.error',
} as const;

/** Who was left out of a bulk action, each with the reason, and how many more. */
export function BulkResult({ outcome }: { outcome: BulkOutcome }): View {
  const { t } = useAdmin().words;
  const { results, skipped, failed } = outcome;
  const more = skipped + failed - results.length;
  return html`<div class="bulk-result">
    <p>${t('trash.bulk.leftOut', { count: skipped + failed })}</p>
    <ul class="trash-rows" tabindex="0" aria-label=${t('trash.bulk.leftOutList')}>
      ${results.map(
        ({ number, name, reason }) => html`<li key=${number} class="bulk-line">
          <a href=${`/admin/customers/${number}`}>${name}</a><small>${t(reasons[reason])}</small>
        </li>`,
      )}
    </ul>
    ${more > 0 && html`<p class="trash-note">${t('trash.bulk.more', { count: more })}</p>`}
  </div>`;
}
