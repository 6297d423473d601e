import { GitMerge } from 'lucide';
import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { TrashCard } from '../trash/trash-card.js';
import type { CustomerRecord } from './detail-types.js';

/** Above a customer who is not in use: in the trash, erased, or merged into another. Nothing above others. */
export function RecordStatus({ record, onChanged }: { record: CustomerRecord; onChanged: () => void }): View | null {
  const { t } = useAdmin().words;
  const { status, mergedInto } = record;
  if (status === 'active') return null;
  if (status !== 'merged' || mergedInto === null) return h(TrashCard, { record, onRestored: onChanged });
  return h(Notice, {
    meaning: 'info',
    icon: GitMerge,
    title: t('customer.mergedTitle'),
    children: html`<p>${t('customer.mergedText')} <a href=${`/admin/customers/${mergedInto}`}>${t('customer.mergedLink', { number: String(mergedInto) })}</a></p>`,
  });
}
