import { CalendarX2, Download } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
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
import { Menu } from '../kit/menu.js';
import { Page } from '../kit/page.js';
import { Pager } from '../kit/pager.js';
import { Problem } from '../kit/problem.js';
import { AppointmentDrawer } from './appointment-drawer.js';
import { AppointmentList } from './appointment-list.js';
import { BulkActions } from './bulk-actions.js';
import { CreateButton } from './create-button.js';
import type { Filter } from './filter.js';
import { asked as askedOf, narrowed, narrowing, readFilter } from './filter.js';
import { AppointmentToolbar } from './toolbar.js';

const pageSize = 100;

/** What comes and what was, day by day. What is shown and what is open stand in the address (A122). */
export function AppointmentsPage(): View {
  const { api, words, may } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const today = dayAt(visitorZone(), now());
  const filter = readFilter(query, today);
  const page = pageOf(query);
  const asked = { ...askedOf(filter), page: String(page), pageSize: String(pageSize) };
  const key = JSON.stringify(asked);
  const list = useLoad(key, (signal) => api.call('GET /appointments', { query: asked, signal }));
  const [picked, setPicked] = useState<{ of: string; ids: ReadonlySet<number> }>({ of: key, ids: new Set() });
  // What was ticked in another list is ticked no more.
  const ticked = picked.of === key ? picked.ids : new Set<number>();
  const go = (changes: Changes, replace = false) => route(addressWith(path, query, changes), replace);
  const filterBy = (changes: Changes, replace = false) => go({ page: null, open: null, ...changes }, replace);
  const onTick = (id: number, on: boolean) => {
    const ids = new Set(ticked);
    if (on) ids.add(id);
    else ids.delete(id);
    setPicked({ of: key, ids });
  };
  const { data } = list;
  const shown = data?.items.filter(({ id }) => ticked.has(id)) ?? [];

  return h(Page, {
    title: t('appointments.title'),
    aside:
      data &&
      (data.atLeast
        ? t('appointments.atLeast', { count: data.total - 1 })
        : t('appointments.count', { count: data.total })),
    actions: html`
      ${h(CreateButton, null)}
      ${
        may('appointments.export') &&
        h(Menu, {
          label: t('appointments.more'),
          items: [{ title: t('appointments.export'), icon: Download, href: exportAddress(filter), download: true }],
        })
      }`,
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
                backwards: filter.sort === '-start',
                byBooking: filter.sort === '-created',
                showZones: needZones(data.items),
                addressOf: (open) => addressWith(path, query, { open }),
                open: query['open'],
                ...(may('appointments.edit') ? { ticked, onTick } : {}),
              })
            : nothing(filter)
          : list.error === undefined && h(Skeleton, { rows: 8, height: 48, label: t('common.loading') })
      }
      ${data && h(Pager, { page, pageSize, total: data.total, onPage: (to) => go({ page: to === 1 ? null : to }) })}
      ${
        shown.length > 0 &&
        h(BulkActions, {
          appointments: shown,
          onNone: () => setPicked({ of: key, ids: new Set() }),
          onDone: () => {
            setPicked({ of: key, ids: new Set() });
            list.reload();
          },
        })
      }
      ${h(AppointmentDrawer, {
        id: query['open'],
        onClose: () => go({ open: null }),
        onChanged: list.reload,
      })}
    `,
  });

  function nothing(shownFilter: Filter): View {
    const isNarrowed = narrowed(shownFilter);
    const clear = () => filterBy(Object.fromEntries(narrowing.map((name) => [name, null])));
    return h(Empty, {
      icon: CalendarX2,
      title: t('appointments.none'),
      children: t(isNarrowed ? 'appointments.noneText' : 'appointments.noneFresh'),
      action: isNarrowed && h(Button, { size: 'small', onPress: clear, children: t('appointments.clear') }),
    });
  }
}

/** The same list as a file. */
function exportAddress(filter: Filter): string {
  const set = Object.entries(askedOf(filter)).filter(([name, value]) => value !== undefined && name !== 'sort');
  return `/api/v1/admin/appointments/export?${new URLSearchParams(set as [string, string][])}`;
}

/** Times stand in their location's zone; which one is said where they differ, or differ from the clock on the wall here. */
function needZones(appointments: readonly Appointment[]): boolean {
  const here = visitorZone();
  return appointments.some(({ location, start }) => !sameClock(location.timeZone, here, start));
}
