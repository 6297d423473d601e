import { BellOff, BellRing } from 'lucide';
import { h } from 'preact';
import type { AdminApi } from '../../server/api.js';
import { Button } from '../../widget/kit/button.js';
import { formatDay, formatTime, visitorZone } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { useAdmin } from '../admin-context.js';
import { noticeWords } from './notice-words.js';

type BellAnswer = AdminApi['GET /notices']['answer'];
export type DueReminder = BellAnswer['reminders'][number];

export interface BellListProps {
  bell: BellAnswer;
  onRead: (ids: number[]) => void;
  onDone: (reminder: DueReminder) => void;
  onClose: () => void;
}

/** What the bell holds: reminders that are due, then notices, the newest first. */
export function BellList({ bell, onRead, onDone, onClose }: BellListProps): View {
  const { words, may } = useAdmin();
  const { t, language } = words;
  const { reminders, notices } = bell;
  const unread = notices.filter(({ read }) => !read).map(({ id }) => id);
  const zone = visitorZone();
  const at = (instant: string) =>
    `${formatDay(language, instant, 'numeric', zone)}, ${formatTime(language, instant, zone)}`;
  if (reminders.length + notices.length === 0)
    return h(Empty, { icon: BellOff, title: t('bell.none'), children: t('bell.noneText') });
  return html`<div class="bell-list">
    ${
      reminders.length > 0 &&
      html`<section>
        <h2>${t('bell.reminders')}</h2>
        <ul>${reminders.map(
          (reminder) => html`<li key=${reminder.noteId} class="bell-item unread">
            ${h(Icon, { icon: BellRing })}
            <p>
              <a href=${`/admin/customers/${reminder.customer.number}?tab=notes`} onClick=${onClose}>${reminder.customer.name}</a>
              <span class="bell-text" dir="auto">${reminder.text}</span>
              <small>${at(reminder.remindAt)}</small>
            </p>
            ${
              may('customers.edit') &&
              h(Button, {
                size: 'small',
                label: t('bell.doneOne', { text: [...reminder.text].slice(0, 40).join('') }),
                onPress: () => onDone(reminder),
                children: t('bell.done'),
              })
            }
          </li>`,
        )}</ul>
      </section>`
    }
    ${
      notices.length > 0 &&
      html`<section>
        <h2>${t('bell.notices')}</h2>
        <ul>${notices.map((notice) => {
          const { text, href, icon } = noticeWords(words, notice);
          const follow = () => {
            if (!notice.read) onRead([notice.id]);
            onClose();
          };
          return html`<li key=${notice.id} class=${notice.read ? 'bell-item' : 'bell-item unread'}>
            ${h(Icon, { icon })}
            <p>
              ${href ? html`<a href=${href} onClick=${follow}>${text}</a>` : html`<span>${text}</span>`}
              <small>${at(notice.createdAt)}${!notice.read && html`<strong class="bell-new">${t('bell.new')}</strong>`}</small>
            </p>
          </li>`;
        })}</ul>
        ${
          unread.length > 0 &&
          h(Button, { kind: 'quiet', size: 'small', onPress: () => onRead(unread), children: t('bell.readAll') })
        }
      </section>`
    }
  </div>`;
}
