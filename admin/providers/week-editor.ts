import { CalendarX, Copy, CopyCheck, Plus } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { formatMinutes } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import type { Place } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { Menu } from '../kit/menu.js';
import { CopyDay } from './copy-day.js';
import { DayWindows } from './day-windows.js';
import type { DayDraft, WeekDraft } from './hours-draft.js';
import { copyOf, totalOf, weekdays, withWindow } from './hours-draft.js';
import type { Faults } from './hours-faults.js';
import { weekdayName } from './weekday-name.js';

export interface WeekEditorProps {
  week: WeekDraft;
  faults: Faults;
  places: readonly Place[];
  readOnly: boolean;
  onWeek: (week: WeekDraft) => void;
}

/** The seven days of one week. */
export function WeekEditor({ week, faults, places, readOnly, onWeek }: WeekEditorProps): View {
  const { t, language } = useAdmin().words;
  const [copying, setCopying] = useState<number | null>(null);
  const put = (targets: readonly number[], day: DayDraft) =>
    onWeek(week.map((before, index) => (targets.includes(index) ? copyOf(day) : before)));
  const set = (at: number, day: DayDraft) => onWeek(week.map((before, index) => (index === at ? day : before)));
  const usual = () => {
    const known = week.flat()[0];
    return { start: known?.start ?? 540, end: known?.end ?? 1020, locationId: known?.locationId ?? places[0]?.id ?? 0 };
  };
  const add = (at: number) => {
    const next = withWindow(week[at] ?? [], usual());
    set(at, next);
    // The new row's first field: what was added is typed over at once.
    requestAnimationFrame(() =>
      document.querySelector<HTMLInputElement>(`.weekday[data-day="${at}"] .window:last-child input`)?.focus(),
    );
  };

  const row = (at: number): View => {
    const day = week[at] ?? [];
    const dayName = weekdayName(language, at);
    const others = (days: readonly number[]) => days.filter((other) => other !== at);
    return html`<div class="weekday" data-day=${at} key=${at} role="group" aria-label=${dayName}>
      <div class="weekday-head">
        <h2>${dayName}</h2>
        <p class="tabular">${day.length > 0 ? formatMinutes(language, totalOf(day)) : ''}</p>
      </div>
      <div class="weekday-body">
        ${
          day.length > 0
            ? h(DayWindows, { dayName, day, faults, places, readOnly, onDay: (next) => set(at, next) })
            : html`<p class="weekday-off">${t('providers.notWorking')}</p>`
        }
      </div>
      ${
        !readOnly &&
        html`<div class="weekday-buttons">
          ${h(Button, {
            kind: 'quiet',
            size: 'small',
            icon: Plus,
            label: t('providers.addWindow', { day: dayName }),
            onPress: () => add(at),
          })}
          ${h(Menu, {
            label: t('providers.dayMenu', { day: dayName }),
            items: [
              {
                title: t('providers.copyWeekdays'),
                icon: CopyCheck,
                onPress: () => put(others([0, 1, 2, 3, 4]), day),
              },
              { title: t('providers.copyAll'), icon: CopyCheck, onPress: () => put(others(weekdays), day) },
              { title: t('providers.copyTo'), icon: Copy, onPress: () => setCopying(at) },
              {
                title: t('providers.clearDay'),
                icon: CalendarX,
                reason: day.length === 0 ? t('providers.notWorking') : null,
                onPress: () => set(at, []),
              },
            ],
          })}
        </div>`
      }
    </div>`;
  };
  return html`<div class="week">${weekdays.map(row)}</div>
    ${h(CopyDay, {
      from: copying,
      onClose: () => setCopying(null),
      onCopy: (targets) => {
        put(targets, week[copying ?? 0] ?? []);
        setCopying(null);
      },
    })}`;
}
