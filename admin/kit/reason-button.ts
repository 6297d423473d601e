import type { IconNode } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { Popover } from './popover.js';
import css from './reason-button.css';

style(css);

export interface ReasonButtonProps {
  icon?: IconNode;
  children: string;
  /** Why this can't be done now; null: it can. */
  reason: string | null;
  onPress: () => void;
}

/** A button that does something, or else says on pressing why it can't: also to who points with a finger or a key. */
export function ReasonButton({ icon, children, reason, onPress }: ReasonButtonProps): View {
  const [open, setOpen] = useState(false);
  const look = icon ? { icon } : {};
  if (reason === null) return h(Button, { ...look, size: 'small', onPress, children });
  return h(Popover, {
    open,
    onOpen: setOpen,
    label: children,
    class: 'reason',
    trigger: h(Button, {
      ...look,
      size: 'small',
      class: 'cannot',
      expanded: open,
      onPress: () => setOpen(!open),
      children,
    }),
    children: html`<p role="status">${reason}</p>`,
  });
}
