import type { IconNode } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { DateGrid } from '../../widget/kit/date-grid.js';
import { formatDay } from '../../widget/kit/dates.js';
import { monthOf } from '../../widget/kit/days.js';
import { dateFormat } from '../../widget/kit/formatters.js';
import type { View } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { Popover } from '../kit/popover.js';

export interface DayPickerProps {
  /** The days that are shown, both inclusive. */
  filter: { from: string; to: string };
  today: string;
  icon: IconNode;
  onDay: (day: string) => void;
}

/** Says which days are shown; a press opens a month to pick one from. */
export function DayPicker({ filter, today, icon, onDay }: DayPickerProps): View {
  const { words, site } = useAdmin();
  const { t, language } = words;
  const [open, setOpen] = useState(false);
  const [month, setMonth] = useState(monthOf(filter.from));
  useEffect(() => setMonth(monthOf(filter.from)), [filter.from]);
  const days = daysShown(language, filter);
  const label = t('appointments.pickDay', { days });
  const trigger = h(Button, {
    size: 'small',
    icon,
    label,
    expanded: open,
    onPress: () => setOpen(!open),
    children: days,
  });
  const grid = h(DateGrid, {
    language,
    month,
    onMonth: setMonth,
    weekStart: site.weekStart,
    today,
    chosen: filter.from,
    onChoose: (day) => {
      setOpen(false);
      onDay(day);
    },
    isFree: () => true,
    note: () => '',
    previousLabel: t('appointments.previousMonth'),
    nextLabel: t('appointments.nextMonth'),
    todayLabel: t('appointments.today'),
    level: 2,
  });
  return h(Popover, { open, onOpen: setOpen, trigger, label, children: grid });
}

/** “Monday 4 May”, or “4 – 10 May”. */
function daysShown(language: string, { from, to }: DayPickerProps['filter']): string {
  if (from === to) return formatDay(language, from, 'short');
  const format = dateFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.formatRange(Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`));
}
