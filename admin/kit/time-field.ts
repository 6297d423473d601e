import { h } from 'preact';
import { useState } from 'preact/hooks';
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

/** A time of day, typed quickly: “9”, “930” and “9:30” mean the same. Arrows up and down go by a quarter of an hour. */
export function TimeField({ label, name, value, onValue, faultId, disabled }: TimeFieldProps): View {
  const { language } = useAdmin().words;
  /** What is being typed; null: the field shows its value. */
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed !== null && (minuteOf(typed) !== null || typed.trim() === '')) setTyped(null);
  };
  const onInput = (event: Event) => {
    const text = (event.currentTarget as HTMLInputElement).value;
    setTyped(text);
    onValue(minuteOf(text));
  };
  const onKeyDown = (event: KeyboardEvent) => {
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
    onInput,
    onKeyDown,
    onFocus: (event: Event) => (event.currentTarget as HTMLInputElement).select(),
    onBlur: leave,
  } as object);
}
