import { CircleQuestionMark } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Status, statusLook } from '../../widget/kit/badge.js';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { Popover } from '../kit/popover.js';

const grounds = [
  ['open-time', 'calendar.legendOpen'],
  ['outside', 'calendar.legendOutside'],
  ['absence', 'calendar.legendAbsence'],
  ['closure', 'calendar.legendClosure'],
  ['buffer', 'calendar.legendBuffer'],
] as const;

const statuses = Object.keys(statusLook) as (keyof typeof statusLook)[];

/** What the patterns and icons mean, and how to move with keys. */
export function Legend(): View {
  const { t } = useAdmin().words;
  const [open, setOpen] = useState(false);
  const label = t('calendar.legend');
  return h(Popover, {
    open,
    onOpen: setOpen,
    label,
    class: 'legend',
    trigger: h(Button, {
      size: 'small',
      icon: CircleQuestionMark,
      label,
      expanded: open,
      onPress: () => setOpen(!open),
    }),
    children: html`
      <ul class="legend-list">${grounds.map(([look, word]) => html`<li><i class=${look}></i>${t(word)}</li>`)}</ul>
      <ul class="legend-list">${statuses.map((status) => html`<li>${h(Status, { status, word: t(`status.${status}`) })}</li>`)}</ul>
      <p>${t('calendar.keys')}</p>
    `,
  });
}
