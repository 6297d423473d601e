import type { ComponentChildren } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';

export interface CardOption {
  value: string;
  label: string;
  detail?: ComponentChildren;
  figure?: ComponentChildren;
  disabled?: boolean;
}

export interface ChoiceCardsProps {
  /** What is chosen, for what is read out. */
  label: string;
  name: string;
  /** Several can be chosen. */
  several?: boolean;
  options: readonly CardOption[];
  chosen: readonly string[];
  onChoose: (value: string) => void;
  invalid?: boolean;
}

/** Cards to choose one or several of: plain radio buttons and boxes beneath, so that keys do what they always do. */
export function ChoiceCards({ label, name, several, options, chosen, onChoose, invalid }: ChoiceCardsProps): View {
  return html`<fieldset class="create-cards" aria-invalid=${invalid || undefined}>
    <legend class="hidden-text">${label}</legend>
    ${options.map(
      ({ value, label: text, detail, figure, disabled }) => html`<label key=${value} class="create-card">
        <input
          type=${several ? 'checkbox' : 'radio'}
          name=${name}
          value=${value}
          checked=${chosen.includes(value)}
          disabled=${disabled}
          onChange=${() => onChoose(value)}
        />
        <span class="create-card-words"><b>${text}</b>${detail && html`<span class="create-card-detail">${detail}</span>`}</span>
        ${figure && html`<span class="create-card-figure tabular">${figure}</span>`}
      </label>`,
    )}
  </fieldset>`;
}
