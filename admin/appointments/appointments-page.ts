import { CalendarPlus, CalendarX2 } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { dayAt, now, sameClock, visitorZone } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import type { Appointment } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import type { Changes } from '../kit/address.js';
import { addressWith, pageOf } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Pager } from '../kit/pager.js';
import { Problem } from '../kit/problem.js';
import { AppointmentDrawer } from './appointment-drawer.js';
import { AppointmentList } from './appointment-list.js';
import type { Filter } from './filter.js';
import { narrowed, readFilter } from './filter.js';
import { AppointmentToolbar } from './toolbar.js';

const pageSize = 100;

/** What comes, day by day. What is shown and what is open stand in the address. */
export function AppointmentsPage(): View {
  const { api, words, may } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const today = dayAt(visitorZone(), now());
  const filter = readFilter(query, today);
  const page = pageOf(query);
  const asked = {
    from: filter.from,
    to: filter.to,
    status: filter.status,
    provider: filter.provider || undefined,
    location: filter.location || undefined,
    page: String(page),
    pageSize: String(pageSize),
  };
  const list = useLoad(JSON.stringify(asked), (signal) => api.call('GET /appointments', { query: asked, signal }));
  const go = (changes: Changes, replace = false) => route(addressWith(path, query, changes), replace);
  const filterBy = (changes: Changes) => go({ page: null, open: null, ...changes });
  const { data } = list;

  return h(Page, {
    title: t('appointments.title'),
    aside: data && t('appointments.count', { count: data.total }),
    actions:
      may('appointments.edit') &&
      (may('customers.create_with_appointment') || may('customers.view')) &&
      h(Button, {
        kind: 'primary',
        size: 'small',
        icon: CalendarPlus,
        href: '/admin/appointments/new',
        children: t('create.title'),
      }),
    children: html`
      ${h(AppointmentToolbar, { filter, today, onFilter: filterBy })}
      ${list.error !== undefined && h(Problem, { error: list.error, onRetry: list.reload, beside: data !== undefined })}
      ${
        data
          ? data.items.length > 0
            ? h(AppointmentList, {
                appointments: data.items,
                today,
                busy: list.outdated,
                showZones: needZones(data.items),
                addressOf: (open) => addressWith(path, query, { open }),
                open: query['open'],
              })
            : nothing(filter)
          : list.error === undefined && h(Skeleton, { rows: 8, height: 48, label: t('common.loading') })
      }
      ${data && h(Pager, { page, pageSize, total: data.total, onPage: (to) => go({ page: to === 1 ? null : to }) })}
      ${h(AppointmentDrawer, {
        id: query['open'],
        appointments: data?.items,
        onClose: () => go({ open: null }),
        onDecided: list.reload,
      })}
    `,
  });

  function nothing(shown: Filter): View {
    const clear = () => filterBy({ provider: null, location: null });
    return h(Empty, {
      icon: CalendarX2,
      title: t('appointments.none'),
      children: t(narrowed(shown) ? 'appointments.noneText' : 'appointments.noneFresh'),
      action: narrowed(shown) && h(Button, { size: 'small', onPress: clear, children: t('appointments.clear') }),
    });
  }
}

/** Times stand in their location's zone; which one is said where they differ, or differ from the clock on the wall here. */
function needZones(appointments: readonly Appointment[]): boolean {
  const here = visitorZone();
  return appointments.some(({ location, start }) => !sameClock(location.timeZone, here, start));
}
