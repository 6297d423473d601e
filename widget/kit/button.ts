import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import css from './button.css';
import type { View } from './html.js';
import { Icon } from './icon.js';
import { Spinner } from './spinner.js';
import { style } from './styles.js';

style(css);

export interface ButtonProps {
  children?: ComponentChildren;
  /** primary: the one main action of a view; secondary: beside it; quiet: in rows and toolbars; danger: what destroys. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** regular is 44 px high, small 36 px (admin toolbars). */
  size?: 'regular' | 'small';
  icon?: IconNode;
  /** The icon points along the line of reading (arrows, chevrons). */
  iconTurns?: boolean;
  /** The accessible name where there is an icon alone. */
  label?: string;
  /** Waits for an answer: a ring turns, further presses do nothing, the focus stays. */
  busy?: boolean;
  disabled?: boolean;
  /** Takes the whole width. */
  wide?: boolean;
  type?: 'button' | 'submit';
  /** A link that looks like a button. Opens in a new tab with `newTab`. */
  href?: string;
  newTab?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  part?: string;
  name?: string;
  class?: string;
  onPress?: (event: MouseEvent) => void;
}

/** A button, or a link in its clothes when `href` is given. Names on buttons are verbs. */
export function Button(props: ButtonProps): View {
  const { children, kind = 'secondary', size, icon, iconTurns, label, busy, wide, newTab, pressed, expanded } = props;
  const { class: own, onPress, disabled, href, name, part, type } = props;
  const isLink = href !== undefined;
  const look = ['button', kind, size, wide && 'wide', children === undefined && 'square', own];
  return h(
    isLink ? 'a' : 'button',
    {
      class: look.filter(Boolean).join(' '),
      href,
      name,
      part,
      disabled,
      type: isLink ? undefined : (type ?? 'button'),
      target: newTab && '_blank',
      rel: newTab && 'noopener noreferrer',
      'aria-label': label,
      'aria-busy': busy || undefined,
      'aria-pressed': pressed,
      'aria-expanded': expanded,
      onClick: (event: MouseEvent) => {
        if (busy) event.preventDefault();
        else onPress?.(event);
      },
    } as object,
    busy ? h(Spinner, { label: undefined }) : icon && h(Icon, { icon, turns: iconTurns }),
    children !== undefined && h('span', null, children),
  );
}
