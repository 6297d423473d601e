import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { addDays } from '../../widget/kit/days.js';
import { SelectField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import type { Changes } from '../kit/address.js';
import { Choice } from '../kit/choice.js';
import { useLoad } from '../kit/load.js';
import { DayPicker } from './day-picker.js';
import type { Filter } from './filter.js';
import css from './toolbar.css';

style(css);

export interface AppointmentToolbarProps {
  filter: Filter;
  today: string;
  onFilter: (changes: Changes) => void;
}

/** Which days, and whose: everything that narrows the list. */
export function AppointmentToolbar({ filter, today, onFilter }: AppointmentToolbarProps): View {
  const { t } = useAdmin().words;
  const step = (count: number) => onFilter({ from: addDays(filter.from, count * filter.days), days: filter.days });
  const span = filter.from === today ? (filter.days === 1 ? 'today' : 'week') : null;
  return html`<div class="toolbar">
    <div class="appointment-days">
      ${h(Choice, {
        label: t('appointments.span'),
        value: span,
        options: [
          { value: 'today', label: t('appointments.today') },
          { value: 'week', label: t('appointments.nextDays') },
        ],
        onValue: (value) => onFilter({ from: null, days: value === 'today' ? 1 : null }),
      })}
      ${h(Button, { kind: 'quiet', size: 'small', icon: ChevronLeft, iconTurns: true, label: t('appointments.earlier'), onPress: () => step(-1) })}
      ${h(DayPicker, { filter, today, icon: CalendarDays, onDay: (from) => onFilter({ from, days: 1 }) })}
      ${h(Button, { kind: 'quiet', size: 'small', icon: ChevronRight, iconTurns: true, label: t('appointments.later'), onPress: () => step(1) })}
    </div>
    ${h(Narrowing, { filter, onFilter })}
  </div>`;
}

function Narrowing({ filter, onFilter }: Omit<AppointmentToolbarProps, 'today'>): View {
  const { api, words, may } = useAdmin();
  const { t } = words;
  const providers = useLoad('providers', (signal) =>
    may('providers.view') ? api.call('GET /providers', { signal }) : Promise.resolve({ items: [] }),
  );
  const locations = useLoad('locations', (signal) =>
    may('catalog.view') ? api.call('GET /locations', { signal }) : Promise.resolve({ items: [] }),
  );
  const select = (
    name: 'provider' | 'location',
    label: string,
    any: string,
    items: readonly { id: number; name: string }[] | undefined,
  ) =>
    ((items?.length ?? 0) > 1 || filter[name] !== '') &&
    h(SelectField, {
      label,
      name,
      value: filter[name],
      onValue: (value) => onFilter({ [name]: value }),
      options: [
        { value: '', label: any },
        ...(items ?? []).map((item) => ({ value: String(item.id), label: item.name })),
      ],
    });
  return html`<div class="appointment-filters">
    ${select('provider', t('appointments.provider'), t('appointments.anyProvider'), providers.data?.items)}
    ${select('location', t('appointments.location'), t('appointments.anyLocation'), locations.data?.items)}
    ${h(SelectField, {
      label: t('appointments.status'),
      name: 'status',
      value: filter.status,
      onValue: (value) => onFilter({ status: value === 'all' ? 'all' : null }),
      options: [
        { value: 'active', label: t('appointments.active') },
        { value: 'all', label: t('appointments.all') },
      ],
    })}
  </div>`;
}
