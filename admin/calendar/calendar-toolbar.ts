import { CalendarDays, ChevronLeft, ChevronRight, Printer, SlidersHorizontal } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { firstOf, lastOf, monthOf } from '../../widget/kit/days.js';
import { SelectField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { DayPicker } from '../appointments/day-picker.js';
import type { Changes } from '../kit/address.js';
import { Choice } from '../kit/choice.js';
import { Popover } from '../kit/popover.js';
import { useNarrow } from '../kit/use-narrow.js';
import type { CalendarState, CalendarViewName } from './calendar-state.js';
import { calendarViews, stepped } from './calendar-state.js';
import { Legend } from './legend.js';
import type { CalendarAnswer } from './types.js';

export interface CalendarToolbarProps {
  state: CalendarState;
  today: string;
  /** undefined until the first answer: then there is nothing to choose from yet. */
  data: CalendarAnswer | undefined;
  onChange: (changes: Changes) => void;
  onView: (view: CalendarViewName) => void;
}

/** Which days, in which shape, and whose. */
export function CalendarToolbar({ state, today, data, onChange, onView }: CalendarToolbarProps): View {
  const { t } = useAdmin().words;
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const go = (day: string) => onChange({ day: day === today ? null : day });
  const options = calendarViews.map((value) => ({ value, label: t(`calendar.view.${value}`) }));
  const narrowed = [state.provider, state.location, state.service, state.status].filter(Boolean).length;
  const month = monthOf(state.day);
  // A month is drawn in whole weeks, and called by its own days.
  const range = state.view === 'month' ? { from: firstOf(month), to: lastOf(month) } : state;
  return html`<div class="calendar-bar">
    <div class="calendar-days">
      ${h(Button, { size: 'small', onPress: () => go(today), children: t('appointments.today') })}
      ${h(Button, { kind: 'quiet', size: 'small', icon: ChevronLeft, iconTurns: true, label: t('appointments.earlier'), onPress: () => go(stepped(state, -1)) })}
      ${h(DayPicker, { filter: range, today, icon: CalendarDays, onDay: go })}
      ${h(Button, { kind: 'quiet', size: 'small', icon: ChevronRight, iconTurns: true, label: t('appointments.later'), onPress: () => go(stepped(state, 1)) })}
    </div>
    ${
      narrow
        ? h(SelectField, {
            label: t('calendar.views'),
            name: 'view',
            value: state.view,
            options,
            onValue: (view) => onView(view as CalendarViewName),
          })
        : h(Choice<CalendarViewName>, { label: t('calendar.views'), value: state.view, options, onValue: onView })
    }
    <div class="calendar-tools">
      ${h(Legend, null)}
      ${!narrow && h(Button, { size: 'small', icon: Printer, label: t('calendar.print'), onPress: () => window.print() })}
    </div>
    ${
      narrow
        ? h(Popover, {
            open,
            onOpen: setOpen,
            label: t('calendar.filters'),
            class: 'calendar-narrowing',
            trigger: h(Button, {
              size: 'small',
              icon: SlidersHorizontal,
              label: narrowed > 0 ? t('calendar.filtersSet', { count: narrowed }) : t('calendar.filters'),
              pressed: narrowed > 0,
              expanded: open,
              onPress: () => setOpen(!open),
            }),
            children: filters(),
          })
        : filters()
    }
  </div>`;

  function filters(): View {
    return html`<div class="calendar-filters">
      ${select('provider', t('appointments.provider'), t('appointments.anyProvider'), data?.providers)}
      ${select('location', t('appointments.location'), t('appointments.anyLocation'), data?.locations)}
      ${select('service', t('calendar.service'), t('calendar.anyService'), data?.services)}
      ${h(SelectField, {
        label: t('appointments.status'),
        name: 'status',
        value: state.status,
        onValue: (status) => onChange({ status }),
        options: [
          { value: '', label: t('appointments.show.active') },
          { value: 'all', label: t('appointments.show.all') },
          ...(['pending', 'confirmed', 'completed', 'no_show', 'cancelled', 'rejected'] as const).map((value) => ({
            value,
            label: t(`status.${value}`),
          })),
        ],
      })}
    </div>`;
  }

  function select(
    name: 'provider' | 'location' | 'service',
    label: string,
    any: string,
    items: readonly { id: number; name: string }[] = [],
  ) {
    if (items.length < 2 && state[name] === '') return null;
    return h(SelectField, {
      label,
      name,
      value: state[name],
      onValue: (value) => onChange({ [name]: value }),
      options: [{ value: '', label: any }, ...items.map((item) => ({ value: String(item.id), label: item.name }))],
    });
  }
}
