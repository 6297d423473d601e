import type { View } from './html.js';
import { html } from './html.js';
import css from './spinner.css';
import { style } from './styles.js';

style(css);

/** A turning ring inside what is busy. `label` is read out; without it the ring is decoration. */
export function Spinner({ label }: { label: string | undefined }): View {
  return html`<span class="spinner" role=${label ? 'status' : undefined}
    >${label && html`<span class="hidden-text">${label}</span>`}</span
  >`;
}

export interface ProgressProps {
  /** Which step, from 1. */
  step: number;
  of: number;
  /** What is read out: “Step 2 of 4”. */
  label: string;
}

/** How far along a visitor is: one bar for each step. */
export function Progress({ step, of, label }: ProgressProps): View {
  return html`<div class="progress" role="img" aria-label=${label}>
    ${Array.from({ length: of }, (_, index) => html`<i class=${index < step ? 'reached' : ''}></i>`)}
  </div>`;
}
