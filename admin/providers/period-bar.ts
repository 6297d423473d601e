import { CalendarPlus, Trash2 } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { formatDay } from '../../widget/kit/dates.js';
import { addDays, isDay, weekdayOf } from '../../widget/kit/days.js';
import { SelectField, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { Choice } from '../kit/choice.js';
import type { PeriodDraft } from './hours-draft.js';
import { weekdays } from './hours-draft.js';
import { letterOf, mondayOf, weekOn } from './period-weeks.js';

export interface PeriodBarProps {
  periods: readonly PeriodDraft[];
  current: number;
  today: string;
  readOnly: boolean;
  /** What is wrong with the date of the current period. */
  fault: string | undefined;
  onCurrent: (index: number) => void;
  onPeriod: (period: PeriodDraft) => void;
  onAdd: () => void;
  onRemove: () => void;
}

const mostWeeks = 8;

/** Which hours are looked at: since ever or from a date on; and over how many weeks they go round. */
export function PeriodBar(props: PeriodBarProps): View {
  const { periods, current, today, readOnly, fault, onCurrent, onPeriod, onAdd, onRemove } = props;
  const { t, language } = useAdmin().words;
  const period = periods[current] as PeriodDraft;
  const short = (day: string) => formatDay(language, day, 'numeric');
  const nameOf = ({ from }: PeriodDraft, index: number): string => {
    const next = periods[index + 1]?.from;
    if (from !== null) return isDay(from) ? t('providers.periodFrom', { day: short(from) }) : t('providers.periodNew');
    return next && isDay(next)
      ? t('providers.periodUntil', { day: short(addDays(next, -1)) })
      : t('providers.periodAlways');
  };
  /** The first date that the rotation can be told by: today, or when it begins. */
  const shown = period.from !== null && isDay(period.from) && period.from > today ? period.from : today;
  const setWeeks = (count: number) => {
    const first = period.weeks[0] ?? weekdays.map(() => []);
    // A new week begins as a copy: most rotations differ in a day or two.
    const copied = first.map((day) => day);
    const weeks = Array.from({ length: count }, (_, index) => period.weeks[index] ?? copied);
    onPeriod({ ...period, weeks, anchor: period.weeks.length === 1 ? mondayOf(shown) : period.anchor });
  };
  const each = Array.from({ length: mostWeeks }, (_, index) => index + 1);

  return html`<div class="period-bar">
    ${
      periods.length > 1 &&
      html`<div class="period-choice">${h(Choice<string>, {
        label: t('providers.periods'),
        value: String(current),
        options: periods.map((one, index) => ({ value: String(index), label: nameOf(one, index) })),
        onValue: (index) => onCurrent(Number(index)),
      })}</div>`
    }
    <div class="period-fields">
      ${
        period.from !== null &&
        h(TextField, {
          label: t('providers.periodStart'),
          name: 'from',
          type: 'date',
          value: period.from,
          disabled: readOnly,
          onValue: (from) => onPeriod({ ...period, from }),
          error: fault,
        })
      }
      ${h(SelectField, {
        label: t('providers.repeats'),
        name: 'weeks',
        value: String(period.weeks.length),
        disabled: readOnly,
        onValue: (count) => setWeeks(Number(count)),
        options: each.map((count) => ({ value: String(count), label: t('providers.everyWeeks', { count }) })),
      })}
      ${
        period.weeks.length > 1 &&
        h(SelectField, {
          label: t('providers.weekOf', { day: formatDay(language, mondayOf(shown), 'short') }),
          name: 'anchor',
          value: String(weekOn(period, shown)),
          disabled: readOnly,
          onValue: (index) => onPeriod({ ...period, anchor: addDays(mondayOf(shown), -7 * Number(index)) }),
          options: period.weeks.map((_, index) => ({
            value: String(index),
            label: t('providers.week', { letter: letterOf(index) }),
          })),
        })
      }
      ${
        !readOnly &&
        html`<div class="period-buttons">
          ${h(Button, { size: 'small', icon: CalendarPlus, onPress: onAdd, children: t('providers.addPeriod') })}
          ${
            period.from !== null &&
            h(Button, {
              size: 'small',
              kind: 'quiet',
              icon: Trash2,
              onPress: onRemove,
              children: t('providers.removePeriod'),
            })
          }
        </div>`
      }
    </div>
  </div>`;
}

/** The next Monday after a date: when new hours usually begin. */
export const nextMonday = (day: string): string => addDays(day, 8 - weekdayOf(day));
