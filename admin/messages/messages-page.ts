import { MailX } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Badge } from '../../widget/kit/badge.js';
import { formatDay, formatTime, visitorZone } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import type { Column } from '../../widget/kit/table.js';
import { Table } from '../../widget/kit/table.js';
import type { MailRow } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import type { Changes } from '../kit/address.js';
import { addressWith, pageOf } from '../kit/address.js';
import { Choice } from '../kit/choice.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Pager } from '../kit/pager.js';
import { Problem } from '../kit/problem.js';
import { MessageDrawer } from './message-drawer.js';
import css from './messages-page.css';
import { readState, stateLook } from './states.js';

style(css);

const pageSize = 50;

/** Mail that went out or waits, newest first; one opens as its recipient sees it. */
export function MessagesPage(): View {
  const { api, words } = useAdmin();
  const { t, language } = words;
  const { path, query, route } = useLocation();
  const state = readState(query['state']);
  const page = pageOf(query);
  const asked = { state: state ?? undefined, page: String(page), pageSize: String(pageSize) };
  const list = useLoad(JSON.stringify(asked), (signal) => api.call('GET /messages', { query: asked, signal }));
  const go = (changes: Changes) => route(addressWith(path, query, changes));
  const { data } = list;
  const here = visitorZone();

  const columns: Column<MailRow>[] = [
    {
      key: 'subject',
      title: t('messages.subject'),
      cell: (row) =>
        html`<a class="mail-subject" href=${addressWith(path, query, { open: row.id })}>${row.subject}</a><span class="mail-for">${row.recipientName || row.recipient}</span>`,
    },
    {
      key: 'to',
      title: t('messages.to'),
      minor: true,
      cell: (row) => html`<span class="mail-to">${row.recipientName} <span>${row.recipient}</span></span>`,
    },
    {
      key: 'when',
      title: t('messages.when'),
      minor: true,
      cell: (row) =>
        html`<span class="mail-when">${formatDay(language, row.createdAt, 'short', here)}, ${formatTime(language, row.createdAt, here)}</span>`,
    },
    {
      key: 'state',
      title: t('messages.state'),
      cell: (row) => {
        const { meaning, icon, word } = stateLook[row.state];
        return h(Badge, { meaning, icon, children: t(word) });
      },
    },
  ];

  return h(Page, {
    title: t('messages.title'),
    aside: data && t('messages.count', { count: data.total }),
    children: html`
      <div class="toolbar">
        ${h(Choice<'all' | MailRow['state']>, {
          label: t('messages.show'),
          value: state ?? 'all',
          options: [
            { value: 'all', label: t('messages.all') },
            { value: 'queued', label: t('messages.state.queued') },
            { value: 'sent', label: t('messages.state.sent') },
            { value: 'dead', label: t('messages.state.dead') },
          ],
          onValue: (value) => go({ state: value === 'all' ? null : value, page: null, open: null }),
        })}
      </div>
      ${list.error !== undefined && h(Problem, { error: list.error, onRetry: list.reload, beside: data !== undefined })}
      ${
        data
          ? h(Table<MailRow>, {
              caption: t('messages.title'),
              columns,
              rows: data.items,
              rowKey: ({ id }) => id,
              onRow: ({ id }) => go({ open: id }),
              current: Number(query['open']),
              busy: list.outdated,
              empty: h(Empty, { icon: MailX, title: t('messages.none'), children: t('messages.noneText') }),
            })
          : list.error === undefined && h(Skeleton, { rows: 10, height: 40, label: t('common.loading') })
      }
      ${data && h(Pager, { page, pageSize, total: data.total, onPage: (to) => go({ page: to === 1 ? null : to }) })}
      ${h(MessageDrawer, { id: query['open'], onClose: () => go({ open: null }), onRetried: list.reload })}
    `,
  });
}
