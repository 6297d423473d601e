import type { IconNode } from 'lucide';
import { ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { Icon } from '../kit/icon.js';
import { style } from '../kit/styles.js';
import css from './row.css';

style(css);

export interface RowProps {
  /** A picture, letters or an icon before the words. */
  lead?: ComponentChildren;
  name: string;
  /** Beneath the name; empty parts are left out. */
  text?: readonly (string | false | undefined)[];
  badges?: ComponentChildren;
  figure?: string | false;
  /** Stands in place of the chevron. */
  mark?: IconNode | false;
  part: string;
  disabled?: boolean;
  onPick: () => void;
}

/** One thing that can be picked from a list. */
export function row({ lead, name, text = [], badges, figure, mark, part, disabled, onPick }: RowProps): View {
  return html`<li>
    <button type="button" class=${mark ? 'row marked' : 'row'} part=${part} disabled=${disabled} onClick=${onPick}>
      ${lead}
      <span class="row-words">
        <span class="row-name">${name}</span>${figure && html`<span class="row-name tabular">${figure}</span>`}
        <span class="muted">${text.filter(Boolean).join(' · ')}</span>${badges}
      </span>
      ${h(Icon, { icon: mark || ChevronRight, turns: !mark })}
    </button>
  </li>`;
}

/** A list of rows on a card. */
export const rows = (content: ComponentChildren): View => html`<ul class="card rows">${content}</ul>`;
