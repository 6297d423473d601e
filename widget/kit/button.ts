import type { IconNode } from 'lucide';
import type { ComponentChildren, Ref } from 'preact';
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
  /** Stands after the words. */
  iconAfter?: IconNode;
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
  buttonRef?: Ref<HTMLButtonElement>;
  onPress?: (event: MouseEvent) => void;
}

/** A button, or a link in its clothes when `href` is given. Names on buttons are verbs. */
export function Button(props: ButtonProps): View {
  const { children, kind = 'secondary', size, icon, iconAfter, iconTurns, label, busy, wide, href } = props;
  const turns = iconTurns ? { turns: true } : {};
  const inside = [
    busy ? h(Spinner, { label: undefined }) : icon && h(Icon, { icon, ...turns }),
    children !== undefined && h('span', null, children),
    iconAfter && h(Icon, { icon: iconAfter, ...turns }),
  ];
  const look = `button ${kind}${size === 'small' ? ' small' : ''}${wide ? ' wide' : ''}${children === undefined ? ' square' : ''} ${props.class ?? ''}`;
  if (href !== undefined) {
    const tab = props.newTab ? { target: '_blank', rel: 'noopener noreferrer' } : {};
    return h('a', { class: look, href, 'aria-label': label, part: props.part, ...tab }, inside);
  }
  return h(
    'button',
    {
      class: look,
      type: props.type ?? 'button',
      disabled: props.disabled,
      name: props.name,
      part: props.part,
      ref: props.buttonRef,
      'aria-label': label,
      'aria-busy': busy ? 'true' : undefined,
      'aria-pressed': props.pressed,
      'aria-expanded': props.expanded,
      onClick: (event: MouseEvent) => {
        if (busy) event.preventDefault();
        else props.onPress?.(event);
      },
    },
    inside,
  );
}
