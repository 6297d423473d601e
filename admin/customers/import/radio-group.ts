import { useId } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';

export interface RadioGroupProps<Value extends string> {
  legend: string;
  name: string;
  value: Value;
  /** `text` says in a sentence what the choice does. */
  options: readonly { value: Value; label: string; text: string }[];
  onValue: (value: Value) => void;
}

/** One of a few, each with a sentence. */
export function RadioGroup<Value extends string>({
  legend,
  name,
  value,
  options,
  onValue,
}: RadioGroupProps<Value>): View {
  const id = useId();
  return html`<fieldset class="import-radios">
    <legend>${legend}</legend>
    ${options.map(
      (option) => html`<label class="import-radio">
        <input
          type="radio"
          name=${name}
          checked=${option.value === value}
          aria-describedby=${`${id}-${option.value}`}
          onChange=${() => onValue(option.value)}
        />
        <span><span>${option.label}</span><span class="import-faint" id=${`${id}-${option.value}`}>${option.text}</span></span>
      </label>`,
    )}
  </fieldset>`;
}
