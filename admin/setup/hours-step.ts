import { Copy, Plus, X } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { Checkbox, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { style } from '../../widget/kit/styles.js';
import type { DayHours } from './draft.js';
import { dayName } from './faults.js';
import css from './hours-step.css';
import type { StepProps } from './step-props.js';

style(css);

const usual: DayHours = [{ start: '09:00', end: '17:00' }];

/** A second window of a day begins an hour after the first, or splits it for lunch where there is no room behind it. */
function withBreak(windows: DayHours): DayHours {
  const last = windows.at(-1);
  if (!last) return usual;
  if (last.start < '12:00' && last.end > '13:00')
    return [...windows.slice(0, -1), { start: last.start, end: '12:00' }, { start: '13:00', end: last.end }];
  return [...windows, { start: '', end: '' }];
}

/** The week, day by day. */
export function HoursStep({ words, draft, onDraft, faults }: StepProps): View {
  const { t, language } = words;
  const setDay = (day: number, windows: DayHours) =>
    onDraft({ hours: draft.hours.map((before, at) => (at === day ? windows : before)) });
  const firstOpen = draft.hours.findIndex((windows) => windows.length > 0);
  const copy = () =>
    onDraft({ hours: draft.hours.map((before) => (before.length > 0 ? (draft.hours[firstOpen] ?? before) : before)) });
  const window = (day: number, at: number) => {
    const windows = draft.hours[day] ?? [];
    const name = dayName(language, day);
    const set = (some: Partial<DayHours[number]>) =>
      setDay(
        day,
        windows.map((before, index) => (index === at ? { ...before, ...some } : before)),
      );
    const field = (edge: 'start' | 'end', label: string) =>
      h(TextField, {
        label,
        name: `${edge}-${day}-${at}`,
        type: 'time',
        value: windows[at]?.[edge] ?? '',
        onValue: (value) => set({ [edge]: value }),
      });
    return html`<div class="setup-window" key=${at}>
      ${field('start', t('setup.from', { day: name }))}<span aria-hidden="true">${t('setup.until')}</span>
      ${field('end', t('setup.to', { day: name }))}
      ${
        windows.length > 1 &&
        h(Button, {
          kind: 'quiet',
          icon: X,
          label: t('setup.removeBreak', { day: name }),
          onPress: () =>
            setDay(
              day,
              windows.filter((_, index) => index !== at),
            ),
        })
      }
    </div>`;
  };
  return html`
    <ul class="setup-days">
      ${draft.hours.map((windows, day) => {
        const name = dayName(language, day);
        return html`<li key=${day} class=${windows.length > 0 ? '' : 'closed'}>
          ${h(Checkbox, {
            label: html`<span class="hidden-text">${t('setup.open', { day: name })}</span><span aria-hidden="true">${name}</span>`,
            name: `open-${day}`,
            checked: windows.length > 0,
            onChecked: (open) => setDay(day, open ? (draft.hours[firstOpen] ?? usual) : []),
          })}
          <div class="setup-windows">
            ${windows.length > 0 ? windows.map((_, at) => window(day, at)) : html`<p>${t('setup.closed')}</p>`}
          </div>
          <div class="setup-day-actions">
            ${
              windows.length > 0 &&
              windows.length < 3 &&
              h(Button, {
                kind: 'quiet',
                size: 'small',
                icon: Plus,
                label: t('setup.addBreak', { day: name }),
                onPress: () => setDay(day, withBreak(windows)),
              })
            }
            ${
              day === firstOpen &&
              h(Button, {
                kind: 'quiet',
                size: 'small',
                icon: Copy,
                label: t('setup.copyDown', { day: name }),
                onPress: copy,
              })
            }
          </div>
        </li>`;
      })}
    </ul>
    ${faults['hours'] && h(Notice, { meaning: 'danger', urgent: true, children: faults['hours'] })}
  `;
}
