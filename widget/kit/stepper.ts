import { Minus, Plus } from 'lucide';
import { h } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from './button.js';
import type { View } from './html.js';
import { html } from './html.js';
import css from './stepper.css';
import { style } from './styles.js';

style(css);

export interface StepperProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onValue: (value: number) => void;
  lessLabel: string;
  moreLabel: string;
  /** The value in words for what is read out: “2 persons”. */
  text: string;
}

/** A small whole number that is counted up and down. */
export function Stepper({ label, value, min, max, onValue, lessLabel, moreLabel, text }: StepperProps): View {
  const id = useId();
  return html`<div class="stepper" role="group" aria-labelledby=${id}>
    <span id=${id}>${label}</span>
    <span class="stepper-box">
      ${h(Button, { kind: 'quiet', icon: Minus, label: lessLabel, disabled: value <= min, onPress: () => onValue(value - 1) })}
      <output class="tabular"><span aria-hidden="true">${value}</span><span class="hidden-text">${text}</span></output>
      ${h(Button, { kind: 'quiet', icon: Plus, label: moreLabel, disabled: value >= max, onPress: () => onValue(value + 1) })}
    </span>
  </div>`;
}
