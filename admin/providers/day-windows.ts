import { CircleAlert, Coffee, Moon, X } from 'lucide';
import { h } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import type { Place } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { TimeField } from '../kit/time-field.js';
import { timeText } from '../kit/time-text.js';
import type { DayDraft, WindowDraft } from './hours-draft.js';
import { isOvernight, lengthOf, withBreak } from './hours-draft.js';
import type { Faults } from './hours-faults.js';

export interface DayWindowsProps {
  /** What the day is called, for the names of its fields. */
  dayName: string;
  day: DayDraft;
  faults: Faults;
  /** The provider's own locations; which one is asked only where there are several. */
  places: readonly Place[];
  readOnly: boolean;
  onDay: (day: DayDraft) => void;
}

/** The rows of one day: from, to, where; a break makes two of one. */
export function DayWindows({ dayName, day, faults, places, readOnly, onDay }: DayWindowsProps): View {
  const { t, language } = useAdmin().words;
  const id = useId();
  const set = (key: number, some: Partial<WindowDraft>) =>
    onDay(day.map((window) => (window.key === key ? { ...window, ...some } : window)));

  const row = (window: WindowDraft, index: number): View => {
    const { key, start, end, locationId } = window;
    const fault = faults.get(key);
    const faultId = fault ? `${id}-${key}` : undefined;
    const named = { day: dayName, number: index + 1 };
    const known = places.some((place) => place.id === locationId);
    return html`<li key=${key} class="window">
      <div class="window-times">
        ${h(TimeField, {
          label: t('providers.opens', named),
          name: 'start',
          value: start,
          onValue: (minute) => set(key, { start: minute }),
          faultId: fault === 'end' ? undefined : faultId,
          disabled: readOnly,
        })}
        <span aria-hidden="true">–</span>
        ${h(TimeField, {
          label: t('providers.closes', named),
          name: 'end',
          value: end,
          // Midnight at the end of a day, however it was typed.
          onValue: (minute) => set(key, { end: minute === 0 ? 1440 : minute }),
          faultId: fault === 'start' ? undefined : faultId,
          disabled: readOnly,
        })}
      </div>
      ${
        (places.length > 1 || !known) &&
        html`<select
          class="window-place"
          aria-label=${t('providers.windowPlace', named)}
          disabled=${readOnly}
          onChange=${(event: Event) => set(key, { locationId: Number((event.currentTarget as HTMLSelectElement).value) })}
        >
          ${!known && html`<option value=${locationId} selected>${t('providers.otherPlace')}</option>`}
          ${places.map((place) => html`<option value=${place.id} selected=${place.id === locationId}>${place.name}</option>`)}
        </select>`
      }
      ${
        !readOnly &&
        html`<span class="window-buttons">
          ${
            lengthOf(window) >= 120 &&
            h(Button, {
              kind: 'quiet',
              size: 'small',
              icon: Coffee,
              label: t('providers.addBreak', named),
              onPress: () => onDay(withBreak(day, key)),
            })
          }
          ${h(Button, {
            kind: 'quiet',
            size: 'small',
            icon: X,
            label: t('providers.removeWindow', named),
            onPress: () => onDay(day.filter((other) => other.key !== key)),
          })}
        </span>`
      }
      ${
        isOvernight(window) &&
        !fault &&
        html`<p class="window-note">${h(Icon, { icon: Moon, size: 16 })}${t('providers.nextDay', { time: timeText(language, end ?? 0) })}</p>`
      }
      ${fault && html`<p class="field-error" id=${faultId}>${h(Icon, { icon: CircleAlert, size: 16 })}<span>${t(`providers.fault.${fault}`)}</span></p>`}
    </li>`;
  };
  return html`<ul class="windows">${day.map(row)}</ul>`;
}
