import { h } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Status } from './badge.js';
import { Button } from './button.js';
import { DateGrid } from './date-grid.js';
import { dayAt, now } from './dates.js';
import { addDays, monthOf, weekdayOf } from './days.js';
import { Dialog, Drawer } from './dialog.js';
import type { View } from './html.js';
import { html } from './html.js';
import { formatMoney } from './money.js';
import { Table } from './table.js';
import { createToasts, ToastRegion } from './toast.js';

export function Days(): View {
  const today = dayAt('UTC', now());
  const [month, setMonth] = useState(monthOf(today));
  const [chosen, choose] = useState<string | null>(addDays(today, 3));
  const isFree = (day: string) => day >= today && weekdayOf(day) < 6;
  const shared = {
    today,
    month,
    isFree,
    onMonth: setMonth,
    onChoose: choose,
    previousLabel: 'Previous month',
    nextLabel: 'Next month',
    todayLabel: 'today',
    note: (day: string) => (isFree(day) ? 'free' : 'no free times'),
    nextFree: isFree(today) ? today : null,
    firstMonth: monthOf(today),
  };
  return html`<div class="gallery-row">
    <div class="gallery-third">${h(DateGrid, { ...shared, language: 'en-GB', weekStart: 1, chosen })}</div>
    <div class="gallery-third">${h(DateGrid, { ...shared, language: 'de', weekStart: 1, chosen: null })}</div>
    <div class="gallery-third">${h(DateGrid, { ...shared, language: 'en-US', weekStart: 7, chosen, busy: true })}</div>
  </div>`;
}

const people = [
  { id: 1, name: 'Ana Ferreira', service: 'Cut and finish', status: 'confirmed' as const, price: 4800 },
  { id: 2, name: 'Ben Okafor', service: 'Beard trim', status: 'pending' as const, price: 1850 },
  { id: 3, name: 'Clara Nunes', service: 'Full colour', status: 'cancelled' as const, price: 11200 },
];

export function Rows(): View {
  const [sort, setSort] = useState('name');
  const rows = sort.startsWith('-') ? [...people].reverse() : people;
  return h(Table<(typeof people)[number]>, {
    caption: 'Appointments',
    rows,
    rowKey: (row) => row.id,
    sort,
    onSort: setSort,
    current: 2,
    onRow: () => {},
    columns: [
      { key: 'name', title: 'Customer', cell: (row) => html`<a href="#customer">${row.name}</a>`, sortable: true },
      { key: 'service', title: 'Service', cell: (row) => row.service, minor: true },
      { key: 'status', title: 'Status', cell: (row) => h(Status, { status: row.status, word: row.status }) },
      {
        key: 'price',
        title: 'Price',
        cell: (row) => formatMoney('en', row.price, 'EUR'),
        align: 'end',
        sortable: true,
      },
    ],
  });
}

export function Layers(): View {
  const toasts = useMemo(createToasts, []);
  const [open, setOpen] = useState<'dialog' | 'drawer' | null>(null);
  const close = () => setOpen(null);
  const actions = [
    h(Button, { children: 'Keep it', onPress: close }),
    h(Button, { kind: 'danger', children: 'Cancel the booking', onPress: close }),
  ];
  const text = 'Ana Ferreira, Cut and finish, Tuesday 4 August at 10:30.';
  return html`<div class="gallery-row">
    ${h(Button, { children: 'Open a dialog', onPress: () => setOpen('dialog') })}
    ${h(Button, { children: 'Open a drawer', onPress: () => setOpen('drawer') })}
    ${h(Button, { children: 'Show a toast', onPress: () => toasts.show({ text: 'Moved to trash', undo: () => {} }) })}
    ${h(Button, { children: 'Show a bad toast', onPress: () => toasts.show({ text: 'Not saved', kind: 'danger' }) })}
    ${h(Dialog, { open: open === 'dialog', title: 'Cancel this booking?', closeLabel: 'Close', onClose: close, children: text, actions })}
    ${h(Drawer, { open: open === 'drawer', title: 'Ana Ferreira', closeLabel: 'Close', onClose: close, children: text, actions })}
    ${h(ToastRegion, { toasts, undoLabel: 'Undo', dismissLabel: 'Dismiss' })}
  </div>`;
}
