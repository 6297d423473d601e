import { CircleAlert } from 'lucide';
import { h } from 'preact';
import { useId } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './duration-field.css';
import type { DurationText, TimeUnit } from './duration-text.js';

style(css);

export interface DurationFieldProps {
  label: string;
  name: string;
  value: DurationText;
  /** From the smallest on. */
  units: readonly TimeUnit[];
  onValue: (value: DurationText) => void;
  hint?: string | undefined;
  error?: string | undefined;
}

/** A length of time: a number and its unit. */
export function DurationField({ label, name, value, units, onValue, hint, error }: DurationFieldProps): View {
  const { t } = useAdmin().words;
  const id = useId();
  const said = error || hint ? `${id}-said` : undefined;
  const read = (key: keyof DurationText) => (event: Event) =>
    onValue({ ...value, [key]: (event.currentTarget as HTMLInputElement | HTMLSelectElement).value });
  return html`<div class="field duration">
    <label for=${id}>${label}</label>
    <div class="duration-parts">
      ${h('input', {
        id,
        name,
        type: 'text',
        inputmode: 'decimal',
        autocomplete: 'off',
        value: value.amount,
        'aria-describedby': said,
        'aria-invalid': error ? true : undefined,
        onInput: read('amount'),
      } as object)}
      <select aria-label=${t('duration.unitOf', { label })} name=${`${name}Unit`} onChange=${read('unit')}>
        ${units.map((unit) => html`<option value=${unit} selected=${unit === value.unit}>${t(`duration.${unit}`)}</option>`)}
      </select>
    </div>
    ${
      error
        ? html`<p class="field-error" id=${said}>${h(Icon, { icon: CircleAlert, size: 16 })}<span>${error}</span></p>`
        : hint && html`<p class="field-hint" id=${said}>${hint}</p>`
    }
  </div>`;
}
