import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { askOf } from '../../../widget/booking/ask.js';
import { useMonth } from '../../../widget/booking/times.js';
import { byId } from '../../../widget/booking/visit.js';
import { Button } from '../../../widget/kit/button.js';
import { DateGrid } from '../../../widget/kit/date-grid.js';
import { dayAt, formatDay, now, offsetName, visitorZone, zonePlace } from '../../../widget/kit/dates.js';
import { monthOf } from '../../../widget/kit/days.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { useAdmin } from '../../admin-context.js';
import { addressWith } from '../../kit/address.js';
import { withSlot } from './draft.js';
import { chosenExtras, extrasQuery } from './extras.js';
import type { StepProps } from './flow.js';
import { OwnTime } from './own-time.js';
import { SlotButtons } from './slot-buttons.js';
import { StepForm } from './step-form.js';

/** A month of days, and the free times of one of them, on the clock of the place. */
export function TimeStep({ flow }: StepProps): View {
  const { words, may } = useAdmin();
  const { t, language } = words;
  const { offer, draft, change, go, times } = flow;
  const { visit, wanted } = draft;
  const zone = byId(offer.catalog.locations, visit.location)?.timeZone ?? visitorZone();
  const today = dayAt(zone, now());
  const first = visit.slot?.start ?? wanted.start;
  const [day, setDay] = useState<string | null>(first ? dayAt(zone, first) : null);
  const [month, setMonth] = useState(monthOf(day ?? today));
  const [missing, setMissing] = useState(false);
  const extras = extrasQuery(chosenExtras(offer.catalog, draft));
  const shown = useMonth(times, { ...askOf({ visit: { ...visit, slot: null } }, zone), extras }, month, today);
  const turned = useRef(day !== null);
  const ready = shown.state === 'ready';
  const count = (each: string) => (ready ? (shown.days[each]?.length ?? 0) : 0);

  useEffect(() => {
    if (!ready || turned.current) return;
    // The first look goes to where there is something to see.
    const free = Object.keys(shown.days).sort()[0] ?? shown.next;
    turned.current = Object.keys(shown.days).length > 0 || shown.next === null;
    if (free) show(free);
  }, [shown]);

  const show = (to: string) => {
    setMonth(monthOf(to));
    setDay(to);
  };
  useEffect(() => {
    if (!ready || visit.slot || !day) return;
    const slot = shown.days[day]?.find(({ start }) => start === wanted.start);
    if (slot) change((before) => withSlot(before, slot));
  }, [ready]);

  const turn = (to: string) => {
    turned.current = true;
    setMonth(to);
    if (day && monthOf(day) !== to) setDay(null);
  };
  const whyNot = addressWith(
    '/admin/why',
    {},
    { service: visit.services[0], location: visit.location, provider: visit.provider, day: day ?? today },
  );
  const title = t('create.step.time');
  return h(StepForm, {
    title,
    lead: t('detail.zone', { place: zonePlace(zone), offset: offsetName(language, zone, visit.slot?.start ?? now()) }),
    onBack: () => go('provider'),
    onSubmit: () => (visit.slot ? go('customer') : setMissing(true)),
    problem: missing && !visit.slot ? t('create.chooseTime') : null,
    children: html`<div class="create-time">
      <div class="create-month">
        ${h(DateGrid, {
          language,
          month,
          onMonth: turn,
          weekStart: offer.site.weekStart,
          today,
          chosen: day,
          onChoose: show,
          isFree: (each) => count(each) > 0,
          firstMonth: monthOf(today),
          note: (each) => t('create.free', { count: count(each) }),
          previousLabel: t('appointments.previousMonth'),
          nextLabel: t('appointments.nextMonth'),
          todayLabel: t('appointments.today'),
          busy: !ready,
        })}
      </div>
      <div class="create-times">${timesOfDay()}</div>
    </div>
    ${may('appointments.overrule') && visit.location !== null && h(OwnTime, { key: day ?? today, flow, zone, day: day ?? today })}`,
  });

  function timesOfDay(): View | null {
    if (shown.state === 'waiting') return h(Skeleton, { rows: 4, columns: 3, height: 40, label: t('common.loading') });
    if (shown.state === 'failed') {
      const retry = h(Button, { size: 'small', onPress: shown.retry, children: t('common.retry') });
      return h(Notice, { meaning: 'danger', urgent: true, title: t('error.title'), children: retry });
    }
    const slots = day && shown.days[day];
    const why = h(Button, { kind: 'quiet', size: 'small', href: whyNot, newTab: true, children: t('nav.why') });
    if (!slots) {
      if (Object.keys(shown.days).length > 0)
        return html`<p class="create-muted">${t('create.chooseDay')}</p>${day && why}`;
      const { next } = shown;
      const label = next && t('create.showNext', { day: formatDay(language, next, 'short') });
      return h(Notice, {
        title: t('create.noTimes'),
        children: next
          ? h(Button, { size: 'small', onPress: () => show(next), children: label })
          : html`<p>${t('create.noTimesText')}</p>${why}`,
      });
    }
    return html`<h3>${formatDay(language, day, 'long')}</h3>
      ${h(SlotButtons, {
        slots,
        zone,
        chosen: visit.slot?.start,
        onSlot: (slot) => change((before) => withSlot(before, slot)),
      })}`;
  }
}
