import { History, Undo2 } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { AdminApi } from '../../../server/api.js';
import { Badge } from '../../../widget/kit/badge.js';
import { Button } from '../../../widget/kit/button.js';
import { formatDay, formatTime, visitorZone } from '../../../widget/kit/dates.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';
import { Problem } from '../../kit/problem.js';
import { undoBulk } from '../trash/undo-bulk.js';
import css from './recent-bulk.css';

style(css);

type Recent = AdminApi['GET /customers/bulk']['answer']['items'][number];

export interface RecentBulkProps {
  open: boolean;
  onClose: () => void;
  /** Something was taken back. */
  onChanged: () => void;
}

/** What was done to many within a day, with the way back when the message with its Undo is long gone (A087). */
export function RecentBulk({ open, onClose, onChanged }: RecentBulkProps): View {
  const { t } = useAdmin().words;
  return h(Dialog, {
    open,
    title: t('customers.recent'),
    closeLabel: t('common.close'),
    onClose,
    children: open && h(Content, { onChanged }),
  });
}

function Content({ onChanged }: Pick<RecentBulkProps, 'onChanged'>): View {
  const admin = useAdmin();
  const { t } = admin.words;
  const [busy, setBusy] = useState<number | null>(null);
  const list = useLoad('recent bulk actions', (signal) => admin.api.call('GET /customers/bulk', { signal }));
  const undo = async (id: number): Promise<void> => {
    setBusy(id);
    await undoBulk(admin, id, onChanged);
    setBusy(null);
    list.reload();
  };
  if (!list.data)
    return list.error === undefined
      ? h(Skeleton, { rows: 3, height: 56, label: t('common.loading') })
      : h(Problem, { error: list.error, onRetry: list.reload });
  if (list.data.items.length === 0)
    return h(Empty, { icon: History, title: t('customers.recentNone'), children: t('customers.recentNoneText') });
  return html`<p>${t('customers.recentText')}</p>
    <ul class="recent-list">
      ${list.data.items.map((item) => h(Line, { key: item.id, item, busy: busy === item.id, onUndo: () => void undo(item.id) }))}
    </ul>`;
}

function Line({ item, busy, onUndo }: { item: Recent; busy: boolean; onUndo: () => void }): View {
  const { t, language } = useAdmin().words;
  const zone = visitorZone();
  const what = t(`customers.recent.${item.action}`, { count: item.customers });
  const by = t('customers.recentBy', {
    who: item.account ?? t('customers.recentSomebody'),
    day: formatDay(language, item.at, 'numeric', zone),
    time: formatTime(language, item.at, zone),
  });
  return html`<li>
    <div><p>${what}</p><small class="tabular">${by}</small></div>
    ${item.undoneAt !== null && h(Badge, { meaning: 'neutral', children: t('customers.recentUndone') })}
    ${
      item.undoUntil !== null &&
      h(Button, {
        size: 'small',
        icon: Undo2,
        busy,
        label: t('customers.recentUndo', { what }),
        onPress: onUndo,
        children: t('common.undo'),
      })
    }
  </li>`;
}
