import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { addDays } from '../../widget/kit/days.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import type { Changes } from '../kit/address.js';
import { Choice } from '../kit/choice.js';
import { SearchBox } from '../kit/search-box.js';
import { DayPicker } from './day-picker.js';
import type { Filter, Span } from './filter.js';
import { daysOf } from './filter.js';
import { FilterPanel } from './filter-panel.js';
import css from './toolbar.css';

style(css);

export interface AppointmentToolbarProps {
  filter: Filter;
  today: string;
  onFilter: (changes: Changes, replace?: boolean) => void;
}

/** Which days, and whose: everything that narrows the list. */
export function AppointmentToolbar({ filter, today, onFilter }: AppointmentToolbarProps): View {
  const { t } = useAdmin().words;
  const days = daysOf(filter);
  const step = (count: number) => {
    const by = count * days;
    onFilter({ from: addDays(filter.from, by), ...(filter.span === 'own' ? { to: addDays(filter.to, by) } : {}) });
  };
  return html`<div class="appointment-tools">
    <div class="toolbar" role="search">
      ${h(SearchBox, { label: t('appointments.search'), hint: t('appointments.searchHint'), text: filter.q, onText: (q) => onFilter({ q }, true) })}
      ${h(FilterPanel, { filter, onFilter })}
    </div>
    ${
      filter.q === '' &&
      html`<div class="appointment-days">
        ${h(Choice<Span>, {
          label: t('appointments.span'),
          value: filter.span === 'own' ? null : filter.span,
          options: [
            { value: '1', label: t('appointments.oneDay') },
            { value: '7', label: t('appointments.sevenDays') },
            { value: '30', label: t('appointments.thirtyDays') },
            { value: 'all', label: t('appointments.everything') },
          ],
          onValue: (span) => onFilter({ days: span === '7' ? null : span, to: null, sort: null }),
        })}
        ${
          days > 0 &&
          html`<div class="appointment-steps">
            ${h(Button, { kind: 'quiet', size: 'small', icon: ChevronLeft, iconTurns: true, label: t('appointments.earlier'), onPress: () => step(-1) })}
            ${h(DayPicker, { filter, today, icon: CalendarDays, onDay: (from) => onFilter({ from, to: null }) })}
            ${h(Button, { kind: 'quiet', size: 'small', icon: ChevronRight, iconTurns: true, label: t('appointments.later'), onPress: () => step(1) })}
            ${filter.from !== today && h(Button, { kind: 'quiet', size: 'small', onPress: () => onFilter({ from: null, to: null }), children: t('appointments.today') })}
          </div>`
        }
      </div>`
    }
  </div>`;
}
