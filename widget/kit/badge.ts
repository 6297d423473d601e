import type { IconNode } from 'lucide';
import { CheckCheck, CircleCheck, CircleX, Hourglass, UserX } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import css from './badge.css';
import type { View } from './html.js';
import { html } from './html.js';
import { Icon } from './icon.js';
import { style } from './styles.js';

style(css);

export type Meaning = 'good' | 'warning' | 'danger' | 'info' | 'neutral';

export interface BadgeProps {
  meaning?: Meaning;
  icon?: IconNode;
  children: ComponentChildren;
}

/** A word with a colour; with an icon beside it where it tells a status. */
export function Badge({ meaning = 'neutral', icon, children }: BadgeProps): View {
  return html`<span class=${`badge ${meaning}`}>${icon && h(Icon, { icon, size: 16 })}<span>${children}</span></span>`;
}

/** What has just been booked is one of these; the embed knows no other. */
export const pendingLook = { meaning: 'warning', icon: Hourglass } as const;
export const confirmedLook = { meaning: 'good', icon: CircleCheck } as const;

/** How each status of a booking looks; the word comes from the catalogue. */
export const statusLook = {
  pending: pendingLook,
  confirmed: confirmedLook,
  completed: { meaning: 'neutral', icon: CheckCheck },
  no_show: { meaning: 'danger', icon: UserX },
  cancelled: { meaning: 'neutral', icon: CircleX },
  rejected: { meaning: 'danger', icon: CircleX },
} as const satisfies Record<string, { meaning: Meaning; icon: IconNode }>;

/** The status of a booking or appointment: colour, icon and word together. */
export function Status({ status, word }: { status: keyof typeof statusLook; word: string }): View {
  return h(Badge, { ...statusLook[status], children: word });
}
