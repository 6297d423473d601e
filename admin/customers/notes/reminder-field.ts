import { Bell, X } from 'lucide';
import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import { dayAt, now, visitorZone } from '../../../widget/kit/dates.js';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { WallTime } from './reminder-times.js';
import { presetKeys, presetTime, usualTime } from './reminder-times.js';

export interface ReminderFieldProps {
  /** null: no reminder. */
  value: WallTime | null;
  onValue: (value: WallTime | null) => void;
  error: string | undefined;
}

const presetWords = {
  tomorrow: 'notes.remindTomorrow',
  week: 'notes.remindWeek',
  month: 'notes.remindMonth',
} as const;

/** When to be reminded of a note: soon by one press, or a day and a time. */
export function ReminderField({ value, onValue, error }: ReminderFieldProps): View {
  const { t } = useAdmin().words;
  const today = dayAt(visitorZone(), now());
  if (value === null)
    return html`<div class="note-remind" role="group" aria-label=${t('notes.remind')}>
      <span>${t('notes.remind')}</span>
      ${presetKeys.map((key) =>
        h(Button, {
          size: 'small',
          kind: 'quiet',
          onPress: () => onValue(presetTime(key, today)),
          children: t(presetWords[key]),
        }),
      )}
      ${h(Button, {
        size: 'small',
        kind: 'quiet',
        icon: Bell,
        onPress: () => onValue({ day: today, time: usualTime }),
        children: t('notes.remindOn'),
      })}
    </div>`;
  return html`<div class="note-remind-on" role="group" aria-label=${t('notes.remind')}>
    ${h(TextField, {
      label: t('notes.remindDay'),
      name: 'remind-day',
      type: 'date',
      value: value.day,
      min: today,
      onValue: (day) => onValue({ ...value, day }),
      error,
    })}
    ${h(TextField, {
      label: t('notes.remindTime'),
      name: 'remind-time',
      type: 'time',
      value: value.time,
      onValue: (time) => onValue({ ...value, time }),
    })}
    ${h(Button, {
      size: 'small',
      kind: 'quiet',
      icon: X,
      onPress: () => onValue(null),
      children: t('notes.remindNot'),
    })}
  </div>`;
}
