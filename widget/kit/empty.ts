import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import css from './empty.css';
import type { View } from './html.js';
import { html } from './html.js';
import { Icon } from './icon.js';
import { style } from './styles.js';

style(css);

export interface EmptyProps {
  icon: IconNode;
  title: string;
  /** Why there is nothing, and what to do. */
  children?: ComponentChildren;
  /** A button that does it. */
  action?: ComponentChildren;
}

/** Nothing here (or something failed): says so, why, and what comes next. */
export function Empty({ icon, title, children, action }: EmptyProps): View {
  return html`<div class="empty">
    <span class="empty-icon">${h(Icon, { icon, size: 24 })}</span>
    <p class="empty-title">${title}</p>
    ${children && html`<div class="empty-text">${children}</div>`}${action}
  </div>`;
}
