import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import css from './choice.css';

style(css);

export interface ChoiceProps<Value extends string> {
  label: string;
  /** null: none of them. */
  value: Value | null;
  options: readonly { value: Value; label: string }[];
  onValue: (value: Value) => void;
}

/** A few short alternatives side by side. */
export function Choice<Value extends string>({ label, value, options, onValue }: ChoiceProps<Value>): View {
  return html`<div class="choice" role="group" aria-label=${label}>
    ${options.map(
      (option) => html`<button
        type="button"
        aria-pressed=${option.value === value ? 'true' : 'false'}
        onClick=${() => onValue(option.value)}
      >${option.label}</button>`,
    )}
  </div>`;
}
