import { CalendarPlus, CalendarSearch } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { now as clockNow, dayAt, offsetName, sameClock, visitorZone, zonePlace } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { AppointmentDrawer } from '../appointments/appointment-drawer.js';
import type { Changes } from '../kit/address.js';
import { addressWith } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { useNarrow } from '../kit/use-narrow.js';
import { Agenda } from './agenda.js';
import css from './calendar-page.css';
import { readState } from './calendar-state.js';
import { CalendarToolbar } from './calendar-toolbar.js';
import { DaySheet } from './day-sheet.js';
import { MonthGrid } from './month-grid.js';
import { TimeGrid } from './time-grid.js';
import type { CalendarAnswer } from './types.js';
import { useLive } from './use-live.js';
import { useMoves } from './use-moves.js';
import { useNow } from './use-now.js';
import { usePrinting } from './use-printing.js';
import { keepView, usualView } from './usual-view.js';

style(css);

/** The calendar (FEATURES A124). What is shown and what is open stand in the address; the view is remembered. */
export function CalendarPage(): View {
  const { api, words, site, may } = useAdmin();
  const { t, language } = words;
  const { path, query, route } = useLocation();
  const narrow = useNarrow();
  const now = useNow();
  const printing = usePrinting();
  // Until the first answer says which clock counts, this computer's does.
  const [zone, setZone] = useState(visitorZone);
  const today = dayAt(zone, now);
  const state = readState(query, { today, weekStart: site.weekStart, usual: usualView(narrow) });
  const asked = {
    from: state.from,
    to: state.to,
    provider: state.provider || undefined,
    location: state.location || undefined,
    service: state.service || undefined,
    status: (state.status || undefined) as 'all' | undefined,
  };
  const loaded = useLoad(JSON.stringify(asked), (signal) => api.call('GET /calendar', { query: asked, signal }));
  const { data } = loaded;
  useEffect(() => {
    if (data) setZone(data.timezone);
  }, [data?.timezone]);
  useLive(({ providers, catalog }) => {
    if (catalog || state.provider === '' || providers.includes(Number(state.provider))) loaded.reload();
  });
  const moves = useMoves(data, state, loaded.reload);
  const go = (changes: Changes) => route(addressWith(path, query, changes));
  const addressOf = (open: number) => addressWith(path, query, { open });
  const addressOfDay = (day: string) => addressWith(path, query, { day, view: 'day', open: null });
  const mayMake = may('appointments.edit') && (may('customers.create_with_appointment') || may('customers.view'));

  const { service, provider, location, day } = state;
  const whyAddress = addressWith('/admin/why', {}, { service, provider, location, day });

  return h(Page, {
    title: t('nav.calendar'),
    aside: data && t('appointments.count', { count: data.events.length }),
    actions: html`
      ${h(Button, { kind: 'quiet', size: 'small', icon: CalendarSearch, href: whyAddress, children: t('nav.why') })}
      ${
        mayMake &&
        h(Button, {
          kind: 'primary',
          size: 'small',
          icon: CalendarPlus,
          href: '/admin/appointments/new',
          children: t('create.title'),
        })
      }
    `,
    children: html`<div class=${loaded.outdated && data ? 'calendar pale' : 'calendar'} aria-busy=${loaded.outdated ? 'true' : undefined} onKeyDown=${moves.onKey}>
      ${h(CalendarToolbar, {
        state,
        today,
        data,
        onChange: (changes) => go({ open: null, ...changes }),
        onView: (view) => {
          keepView(view, narrow);
          go({ view, open: null });
        },
      })}
      ${loaded.error !== undefined && h(Problem, { error: loaded.error, onRetry: loaded.reload, beside: data !== undefined })}
      ${data?.cut && h(Notice, { meaning: 'warning', title: t('calendar.cut'), children: t('calendar.cutText') })}
      ${data ? shown(data) : loaded.error === undefined && h(Skeleton, { rows: 10, height: 48, label: t('common.loading') })}
      ${data && html`<p class="calendar-zone">${zoneOf(data)}</p>`}
      ${h(AppointmentDrawer, { id: query['open'], onClose: () => go({ open: null }), onChanged: loaded.reload })}
      ${moves.dialog}
      ${data && printing && h(DaySheet, { data, from: state.from, to: state.to })}
    </div>`,
  });

  function shown(answer: CalendarAnswer): View {
    const common = { data: answer, today, now, open: query['open'], addressOf, addressOfDay };
    if (state.view === 'month') return h(MonthGrid, { ...common, state });
    if (state.view === 'agenda') return h(Agenda, common);
    return h(TimeGrid, { ...common, state, ...moves });
  }

  function zoneOf({ timezone }: CalendarAnswer): string {
    const place = { place: zonePlace(timezone), offset: offsetName(language, timezone, clockNow()) };
    return t(sameClock(timezone, visitorZone(), now) ? 'detail.zone' : 'calendar.otherZone', place);
  }
}
