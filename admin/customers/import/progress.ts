import { useId } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { Import } from './import-types.js';

/** How far a step is; said now and then to who can't see the bar. */
export function Progress({ found, label }: { found: Import; label: string }): View {
  const { t } = useAdmin().words;
  const id = useId();
  const most = Math.max(1, found.rows);
  return html`<div class="import-progress" role="status">
    <p id=${id}>${label}</p>
    <progress aria-labelledby=${id} max=${most} value=${Math.min(found.done, most)}></progress>
    <p class="import-faint tabular">${t('import.progress', { done: found.done, total: found.rows })}</p>
  </div>`;
}
