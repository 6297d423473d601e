import type { ComponentChildren } from 'preact';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { style } from '../kit/styles.js';
import css from './facts.css';

style(css);

/** One line of a summary: what it is called, what it is, and something at its end. */
export const fact = (name: string, content: ComponentChildren, end?: ComponentChildren): View =>
  html`<div class="fact"><dt>${name}</dt><dd>${content}</dd>${end && html`<dd class="fact-end">${end}</dd>`}</div>`;

/** A line with an amount at its end. */
export const line = (name: string, note: string, amount: string): View =>
  html`<p class="line"><span>${name} <span class="muted">${note}</span></span><span class="tabular">${amount}</span></p>`;

export const total = (name: string, amount: string): View =>
  html`<div class="total"><dt>${name}</dt><dd class="tabular">${amount}</dd></div>`;

/** A line of lesser weight. */
export const muted = (content: ComponentChildren): View => html`<p class="muted">${content}</p>`;
