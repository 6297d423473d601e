import { History } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { now } from '../../../widget/kit/dates.js';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import { addressWith, pageOf } from '../../kit/address.js';
import { useLoad } from '../../kit/load.js';
import { Pager } from '../../kit/pager.js';
import { Problem } from '../../kit/problem.js';
import { Entry } from './activity-entry.js';
import type { ActivityEntry } from './detail-types.js';

const pageSize = 25;
const month = 30 * 86_400_000;

export interface ActivityTabProps {
  number: number;
  /** A merge was taken back: the record is no longer right. */
  onUndone: () => void;
}

/** What happened to a customer, in words, the newest first (FEATURES A090). */
export function ActivityTab({ number, onUndone }: ActivityTabProps): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const page = pageOf(query);
  const asked = { page: String(page), pageSize: String(pageSize) };
  const list = useLoad(`activity ${number} ${page}`, (signal) =>
    api.call('GET /customers/:number/activity', { params: { number: String(number) }, query: asked, signal }),
  );
  const { data, error } = list;
  if (!data)
    return error === undefined
      ? h(Skeleton, { rows: 6, height: 56, label: t('common.loading') })
      : h(Problem, { error, onRetry: list.reload });
  const undone = () => {
    list.reload();
    onUndone();
  };
  return html`<div class="activity">
    ${error !== undefined && h(Problem, { error, onRetry: list.reload, beside: true })}
    ${
      data.items.length === 0
        ? h(Empty, { icon: History, title: t('activity.none'), children: t('activity.noneText') })
        : html`<ol class="activity-list">${data.items.map((entry) =>
            h(Entry, {
              key: entry.key,
              entry,
              children:
                entry.action === 'customer.merged' &&
                entry.facts['other'] !== undefined &&
                h(UndoMerge, { entry, onUndone: undone }),
            }),
          )}</ol>`
    }
    ${h(Pager, {
      page,
      pageSize,
      total: data.total,
      onPage: (to) => route(addressWith(path, query, { page: to === 1 ? null : to }), true),
    })}
  </div>`;
}

/** Takes a merge back, as long as that is possible: 30 days. */
function UndoMerge({ entry, onUndone }: { entry: ActivityEntry; onUndone: () => void }): View | null {
  const { api, words, may, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const [busy, setBusy] = useState(false);
  const id = entry.facts['merge'];
  if (typeof id !== 'number' || !may('customers.merge') || now() - Date.parse(entry.at) > month) return null;
  const undo = async () => {
    setBusy(true);
    try {
      await api.call('POST /customers/merges/:id/undo', { params: { id: String(id) }, body: {} });
      toasts.show({ text: t('activity.mergeUndone') });
      onUndone();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      const isOver = error instanceof ApiError && error.code === 'conflict';
      toasts.show({ kind: 'danger', text: isOver ? t('activity.mergeStays') : errorWords(words, error) });
    }
    setBusy(false);
  };
  return h(Button, { size: 'small', busy, onPress: undo, children: t('activity.undoMerge') });
}
