import { Bell as BellIcon } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../../widget/kit/api.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import { useLoad } from '../kit/load.js';
import { Popover } from '../kit/popover.js';
import { Problem } from '../kit/problem.js';
import css from './bell.css';
import type { DueReminder } from './bell-list.js';
import { BellList } from './bell-list.js';

style(css);

/** More than this is “many”. */
const mostShown = 99;

/** Due reminders and notices, from every page; looked for anew every minute (useLoad). */
export function Bell(): View {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const { path } = useLocation();
  const [open, setOpen] = useState(false);
  const bell = useLoad('bell', (signal) => api.call('GET /notices', { signal }));
  const { data, error } = bell;
  const unread = data?.unread ?? 0;
  // What was followed is done with: the page that it led to is what counts now.
  useEffect(() => setOpen(false), [path]);

  const attempt = async (work: () => Promise<unknown>, said?: string) => {
    try {
      await work();
      if (said) toasts.show({ text: said });
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      toasts.show({ kind: 'danger', text: errorWords(words, problem) });
    }
    bell.reload();
  };
  const read = (ids: number[]) => {
    if (ids.length > 0) void attempt(() => api.call('POST /notices/read', { body: { ids } }));
  };
  const done = ({ customer, noteId, version }: DueReminder) => {
    const params = { number: String(customer.number), id: String(noteId) };
    void attempt(
      () => api.call('PATCH /customers/:number/notes/:id', { params, body: { version, done: true } }),
      t('bell.doneToast'),
    );
  };
  const label = unread > 0 ? t('bell.openUnread', { count: unread }) : t('bell.open');
  return h(Popover, {
    open,
    onOpen: setOpen,
    label: t('bell.open'),
    class: 'bell',
    trigger: html`<button
      type="button"
      class="bell-button"
      aria-label=${label}
      aria-expanded=${open ? 'true' : 'false'}
      onClick=${() => setOpen(!open)}
    >
      ${h(Icon, { icon: BellIcon })}
      ${unread > 0 && html`<span class="bell-count tabular" aria-hidden="true">${unread > mostShown ? `${mostShown}+` : unread}</span>`}
    </button>`,
    children: data
      ? h(BellList, { bell: data, onRead: read, onDone: done, onClose: () => setOpen(false) })
      : error !== undefined && h(Problem, { error, onRetry: bell.reload, beside: true }),
  });
}
