import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { formatDay } from '../../widget/kit/dates.js';
import { addDays } from '../../widget/kit/days.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { AppointmentDrawer } from '../appointments/appointment-drawer.js';
import { CreateButton } from '../appointments/create-button.js';
import { addressWith } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { LaunchChecklist } from '../setup/launch-checklist.js';
import css from './dashboard.css';
import { GlanceList } from './glance-list.js';
import { LazyNumbers } from './lazy-numbers.js';
import { Tile } from './tile.js';

style(css);

const base = '/admin/dashboard';

/** Today at a glance, and beneath it the numbers of a range for who may see them. Every number leads to the list that proves it. */
export function DashboardPage(): View {
  const { api, words, may } = useAdmin();
  const { t, language } = words;
  const { query, route } = useLocation();
  const loaded = useLoad('today', (signal) => api.call('GET /reports/today', { signal }));
  const { data } = loaded;
  const open = (id: number): string => addressWith(base, query, { open: id });
  return h(Page, {
    title: t('dashboard.title'),
    aside: data && formatDay(language, data.day, 'full'),
    actions: h(CreateButton, null),
    children: html`
      ${may('settings.edit') && h(LaunchChecklist, null)}
      ${loaded.error !== undefined && h(Problem, { error: loaded.error, onRetry: loaded.reload, beside: data !== undefined })}
      ${!data && loaded.error === undefined && h(Skeleton, { rows: 4, height: 72, label: t('common.loading') })}
      ${
        data &&
        html`<div class="tiles">
          ${h(Tile, {
            label: t('dashboard.today'),
            value: data.appointments,
            note: data.over > 0 ? t('dashboard.over', { count: data.over }) : null,
            href: `/admin/appointments?from=${data.day}&days=1`,
          })}
          ${h(Tile, {
            label: t('dashboard.requests'),
            value: data.requests.total,
            note: data.requests.total > 0 ? t('dashboard.requestsText') : null,
            urgent: data.requests.total > 0,
            href: '/admin/appointments?days=all&status=pending&sort=start',
          })}
          ${data.reminders !== null && h(Tile, { label: t('dashboard.reminders'), value: data.reminders, note: t('dashboard.remindersText') })}
          ${data.newCustomers !== null && h(Tile, { label: t('dashboard.newCustomers'), value: data.newCustomers, note: t('dashboard.sevenDays'), href: `/admin/customers?createdFrom=${addDays(data.day, -6)}&sort=-created` })}
        </div>
        <div class="glances">
          ${h(GlanceList, {
            title: t('dashboard.next'),
            items: data.next,
            day: data.day,
            addressOf: open,
            empty: t('dashboard.nothingNext'),
            more: { href: '/admin/appointments', label: t('dashboard.allAppointments') },
          })}
          ${
            data.requests.total > 0 &&
            h(GlanceList, {
              title: t('dashboard.waiting'),
              items: data.requests.items,
              day: data.day,
              addressOf: open,
              empty: '',
              more: {
                href: '/admin/appointments?days=all&status=pending&sort=start',
                label: t('dashboard.allRequests'),
              },
            })
          }
        </div>`
      }
      ${data && may('reports.view') && h(LazyNumbers, { today: data.day })}
      ${h(AppointmentDrawer, {
        id: query['open'],
        onClose: () => route(addressWith(base, query, { open: null })),
        onChanged: loaded.reload,
      })}
    `,
  });
}
