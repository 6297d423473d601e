import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DateGrid } from '../../kit/date-grid.js';
import { dayAt, formatDay, now, offsetName, zonePlace } from '../../kit/dates.js';
import { monthOf } from '../../kit/days.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Stepper } from '../../kit/stepper.js';
import { style } from '../../kit/styles.js';
import { askOf } from '../ask.js';
import type { StepProps } from '../context.js';
import { muted } from '../facts.js';
import { useMonth } from '../times.js';
import { mostPersons } from '../visit.js';
import type { Zones } from '../zones.js';
import { zonesOf } from '../zones.js';
import { DayTimes } from './day-times.js';
import css from './time.css';

style(css);

/** A month of days and the times of one of them. */
export function TimeStep({ booking }: StepProps): View {
  const { choice, site, state, words, times, ownZone, dispatch } = booking;
  const { t, language } = words;
  const { day } = state;
  const zones = zonesOf(choice, state, ownZone);
  const today = dayAt(zones.shown, now());
  const [month, setMonth] = useState(monthOf(day && day > today ? day : today));
  const [nextFree, setNextFree] = useState<string | null>(null);
  const ask = askOf(state, zones.shown);
  const shown = useMonth(times, ask, month, today);
  const turned = useRef(false);
  const place = useRef<HTMLDivElement>(null);
  const ready = shown.state === 'ready';
  const count = (each: string) => (ready ? (shown.days[each]?.length ?? 0) : 0);

  useEffect(() => {
    if (!ready) return;
    const free = Object.keys(shown.days).sort();
    if (month === monthOf(today)) setNextFree(free[0] ?? shown.next);
    if (day && free.includes(day)) return;
    // The first look goes to where there is something to see; later the visitor turns the pages.
    const found = free.find((each) => !day || each >= day) ?? free[0];
    if (found) dispatch({ type: 'day', day: found });
    else if (shown.next && !turned.current) show(shown.next);
    turned.current = true;
  }, [shown]);

  const show = (to: string) => {
    setMonth(monthOf(to));
    dispatch({ type: 'day', day: to });
  };
  const choose = (to: string) => {
    dispatch({ type: 'day', day: to });
    // On a telephone the times lie below the month.
    requestAnimationFrame(() => place.current?.querySelector('h3')?.scrollIntoView({ block: 'nearest' }));
  };
  const turn = (to: string) => {
    turned.current = true;
    setMonth(to);
    if (day && monthOf(day) !== to) dispatch({ type: 'day', day: null });
  };
  const most = mostPersons(choice.catalog, state.visit.services);
  const { persons } = state.visit;
  return html`${zones.differ && clockSwitch(zones)}
  ${
    most > 1 &&
    html`<div class="card persons">
      ${h(Stepper, { label: t('time.persons'), value: persons, min: 1, max: most, onValue: (value) => dispatch({ type: 'persons', count: value }), lessLabel: t('time.fewer'), moreLabel: t('time.more'), text: t('persons', { count: persons }) })}
    </div>`
  }
  <div class="time-columns">
    <div class="month">
      ${h(DateGrid, {
        language,
        month,
        onMonth: turn,
        weekStart: site.weekStart,
        today,
        chosen: day,
        onChoose: choose,
        isFree: (each) => count(each) > 0,
        nextFree,
        firstMonth: monthOf(today),
        note: (each) => (count(each) > 0 ? t('time.free', { count: count(each) }) : t('time.noneOnDay')),
        previousLabel: t('time.previousMonth'),
        nextLabel: t('time.nextMonth'),
        todayLabel: t('time.today'),
        busy: !ready,
      })}
      <p class="legend"><i></i>${t('time.today')}<i></i>${t('time.nextFree')}</p>
    </div>
    <div class="times" part="times" ref=${place}>${h(DayTimes, { booking, shown, month, day, zone: zones.shown, onShow: show })}</div>
  </div>
  ${!zones.differ && muted(t('time.inZone', { place: zonePlace(zones.place), offset: offsetName(language, zones.place, now()) }))}
  <p class="hidden-text" role="status">${ready && day && count(day) > 0 && t('time.freeOn', { day: formatDay(language, day, 'long'), count: count(day) })}</p>`;

  /** Whose clock is read, where the visitor's shows something else than the place's. */
  function clockSwitch({ place, shown: read }: Zones): View {
    const button = (clock: 'own' | 'place', key: 'time.own' | 'time.place', zone: string) =>
      html`<button type="button" aria-pressed=${read === zone} onClick=${() => dispatch({ type: 'clock', clock })}>
        ${t(key, { place: zonePlace(zone) })}
      </button>`;
    return html`<div class="switch" role="group" aria-label=${t('time.clock')}>
      ${button('own', 'time.own', ownZone)}${button('place', 'time.place', place)}
    </div>`;
  }
}
