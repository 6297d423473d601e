import type { ComponentChildren } from 'preact';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import css from './facts.css';

style(css);

/** Pairs of a name and what it is; a pair without content is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ComponentChildren])[] }): View {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return html`<dl class="facts">${known.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
