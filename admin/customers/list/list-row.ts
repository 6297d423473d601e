import type { IconNode } from 'lucide';
import { CalendarDays, CircleCheck, Copy, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { Badge } from '../../../widget/kit/badge.js';
import { Button } from '../../../widget/kit/button.js';
import { formatDay, visitorZone } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { useAdmin } from '../../admin-context.js';
import { Portrait } from '../picture/portrait.js';
import type { ColumnName } from './columns.js';
import { rememberOpened } from './last-opened.js';
import type { RowMenuProps } from './row-menu.js';
import { RowMenu } from './row-menu.js';

export interface ListRowProps extends RowMenuProps {
  columns: readonly ColumnName[];
  ticked: boolean;
  onTick: (range: boolean) => void;
}

/** One customer: icon or picture, name as a link, what was chosen to be shown, View and three dots (A043 to A050). */
export function ListRow({ row, columns, ticked, onTick, ...menu }: ListRowProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const address = `/admin/customers/${row.number}`;
  const press = (event: MouseEvent): void => {
    // Shift on a row would otherwise mark the text between.
    if (event.shiftKey) getSelection()?.removeAllRanges();
    onTick(event.shiftKey);
  };
  const onRow = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('a, button, input, label, .popover') || getSelection()?.toString()) return;
    onTick(event.shiftKey);
  };
  return html`<tr class=${ticked ? 'ticked' : ''} data-number=${row.number} onClick=${onRow}>
    <td class="at-tick">
      <label class="tick-target"><input
        type="checkbox"
        name="tick"
        aria-label=${t('customers.tick', { name: row.name })}
        checked=${ticked}
        onClick=${press}
      /></label>
    </td>
    <td class="at-name">
      <span class="list-name">
        ${h(Portrait, { picture: row.picture, size: 28 })}
        <a class="list-cut" href=${address} onClick=${() => rememberOpened(row.number)}>${row.name || t('customers.nameless')}</a>
        ${row.status === 'trashed' && !columns.includes('trashed') && h(Badge, { meaning: 'warning', children: t('customers.inTrash') })}
        ${row.duplicate && html`<span class="list-flag" title=${t('customers.duplicate')}>${h(Icon, { icon: Copy, size: 16 })}<span class="hidden-text">${t('customers.duplicate')}</span></span>`}
      </span>
    </td>
    ${columns.map((name) => html`<td class=${`at-${name}`}>${cell(name)}</td>`)}
    <td class="at-actions">
      <span class="list-actions">
        ${h(Button, { kind: 'quiet', size: 'small', href: address, label: t('customers.viewOf', { name: row.name }), children: t('customers.view') })}
        ${h(RowMenu, { row, ...menu })}
      </span>
    </td>
  </tr>`;

  function cell(name: ColumnName): ComponentChildren {
    const meaning = (icon: IconNode) => html`<span class="list-meaning">${h(Icon, { icon, size: 14 })}</span>`;
    const date = (instant: string): string => formatDay(words.language, instant, 'numeric', visitorZone());
    switch (name) {
      case 'number':
        return row.number;
      case 'phone':
        return (
          row.phone &&
          html`<a class="list-line" dir="ltr" href=${`tel:${row.phone.replace(/[^\d+]/g, '')}`}>${row.phone}</a>`
        );
      case 'email':
        return row.email && html`<a class="list-cut" href=${`mailto:${row.email}`} title=${row.email}>${row.email}</a>`;
      case 'login':
        return (
          row.login &&
          html`<span class=${`list-cut ${row.login.status === 'disabled' ? 'list-none' : ''}`} title=${row.login.email}
            >${row.login.status === 'disabled' ? t('login.disabledOption', { email: row.login.email }) : row.login.email}</span
          >`
        );
      case 'note':
        return row.note && html`<span class="list-cut" title=${row.note}>${row.note}</span>`;
      case 'lastAppointment':
        return row.lastAppointmentAt
          ? html`${meaning(CalendarDays)}${date(row.lastAppointmentAt)}`
          : html`${meaning(CalendarDays)}<span class="list-none">${t('customers.never')}</span>`;
      case 'newsletter':
        return row.newsletter && h(Badge, { meaning: 'good', icon: CircleCheck, children: t('customers.subscribed') });
      case 'created':
        return date(row.createdAt);
      case 'appointments':
        return row.appointments;
      default:
        return row.trashedAt && html`${meaning(Trash2)}${date(row.trashedAt)}`;
    }
  }
}
