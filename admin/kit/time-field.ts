import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './time-field.css';
import { minuteOf, timeText } from './time-text.js';

style(css);

export interface TimeFieldProps {
  /** The accessible name: there is no room for words above it. */
  label: string;
  name: string;
  /** Minutes since 00:00; null: nothing, or nothing that is a time. */
  value: number | null;
  onValue: (minute: number | null) => void;
  /** The id of what says that it is wrong. */
  faultId?: string | undefined;
  disabled?: boolean;
}

/**
 * A time of day, typed quickly: “9”, “930” and “9:30” mean the same. Arrows up and down go by a quarter of an hour. What is typed
 * counts when the field is left or Enter pressed: the 1 of a 17 is no time to be told something about.
 */
export function TimeField({ label, name, value, onValue, faultId, disabled }: TimeFieldProps): View {
  const { language } = useAdmin().words;
  /** What is being typed; null: the field shows its value. */
  const [typed, setTyped] = useState<string | null>(null);
  // What comes from elsewhere, as by an undo, takes the place of what was typed and was no time.
  useEffect(() => {
    if (value !== null) setTyped(null);
  }, [value]);
  const commit = () => {
    if (typed === null) return;
    const minute = minuteOf(typed);
    if (minute !== value) onValue(minute);
    // What is no time stays to be corrected.
    if (minute !== null || typed.trim() === '') setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return commit();
    const step = { ArrowUp: 15, ArrowDown: -15 }[event.key];
    if (step === undefined || value === null || event.altKey) return;
    event.preventDefault();
    setTyped(null);
    onValue(Math.min(1440, Math.max(0, Math.round((value + step) / 15) * 15)));
  };
  return h('input', {
    class: 'time-field tabular',
    type: 'text',
    name,
    inputMode: 'text',
    autocomplete: 'off',
    spellcheck: false,
    maxLength: 10,
    disabled,
    'aria-label': label,
    'aria-invalid': faultId ? true : undefined,
    'aria-describedby': faultId,
    value: typed ?? (value === null ? '' : timeText(language, value)),
    onInput: (event: Event) => setTyped((event.currentTarget as HTMLInputElement).value),
    onKeyDown,
    onFocus: (event: Event) => (event.currentTarget as HTMLInputElement).select(),
    onBlur: commit,
  } as object);
}
