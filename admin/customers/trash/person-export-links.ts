import { FileText } from 'lucide';
import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { useAdmin } from '../../admin-context.js';

/** The address of everything held about one customer: a plain link with `download` is enough. */
export const personExportAddress = (number: number, as: 'json' | 'html'): string =>
  `/api/v1/admin/customers/${number}/export?as=${as}`;

/** Offers a copy of everything held about one customer; nothing for who may not export. */
export function PersonExportLinks({ number }: { number: number }): View | null {
  const { words, may } = useAdmin();
  const { t } = words;
  if (!may('customers.export')) return null;
  return html`<p class="trash-export">
    ${h(Icon, { icon: FileText })}
    <span>${t('trash.copyFirst')} <a href=${personExportAddress(number, 'html')} download>${t('trash.copyPage')}</a>
      <span aria-hidden="true"> · </span><a href=${personExportAddress(number, 'json')} download>${t('trash.copyJson')}</a></span>
  </p>`;
}
