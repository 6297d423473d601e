import { h } from 'preact';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import css from './list-tools.css';
import { useLiveText } from './use-live-text.js';

style(css);

export interface SearchBoxProps {
  label: string;
  /** An example of what can be typed. */
  hint: string;
  /** What the list is searched for now. */
  text: string;
  /** A moment after a key: the list is to follow. */
  onText: (text: string) => void;
}

/** The search above a list: it follows what is typed, and Escape empties it. */
export function SearchBox({ label, hint, text, onText }: SearchBoxProps): View {
  const [typed, setTyped] = useLiveText(text, onText);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && typed !== '') setTyped('');
  };
  return html`<div class="list-search" onKeyDown=${onKey}>
    ${h(TextField, {
      label,
      name: 'q',
      type: 'search',
      value: typed,
      onValue: setTyped,
      autocomplete: 'off',
      maxLength: 100,
      placeholder: hint,
    })}
  </div>`;
}
