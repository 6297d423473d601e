import type { IconNode } from 'lucide';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import type { View } from './html.js';
import { html } from './html.js';
import { Icon } from './icon.js';
import css from './notice.css';
import { style } from './styles.js';

style(css);

const icons = { info: Info, good: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

export interface NoticeProps {
  meaning?: keyof typeof icons;
  icon?: IconNode;
  title?: string;
  children?: ComponentChildren;
  /** Read out at once when it appears: for what just went wrong. */
  urgent?: boolean;
}

/** A message in the page: what happened, and what to do about it. */
export function Notice({ meaning = 'info', icon, title, children, urgent }: NoticeProps): View {
  return html`<div class=${`notice ${meaning}`} role=${urgent ? 'alert' : undefined}>
    ${h(Icon, { icon: icon ?? icons[meaning] })}
    <div>${title && html`<p class="notice-title">${title}</p>`}${children}</div>
  </div>`;
}
