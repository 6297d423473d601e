import { ArrowDown, ArrowUp, ChevronDown, ChevronUp } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import type { AdminWords } from '../admin-words.js';
import type { MenuItem } from '../kit/menu.js';

export interface Movable {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
}

/** Two buttons that move something in its list. */
export function moveButtons({ t }: AdminWords, { name, isFirst, isLast, onMove }: Movable): View {
  const step = (by: -1 | 1, disabled: boolean) =>
    h(Button, {
      kind: 'quiet',
      size: 'small',
      class: 'catalog-step',
      name: by < 0 ? 'up' : 'down',
      icon: by < 0 ? ChevronUp : ChevronDown,
      label: t(by < 0 ? 'catalog.up' : 'catalog.down', { name }),
      disabled,
      onPress: () => onMove(by),
    });
  return html`${step(-1, isFirst)}${step(1, isLast)}`;
}

/** The same in a menu, for fingers. */
export const moveItems = ({ t }: AdminWords, { isFirst, isLast, onMove }: Movable): MenuItem[] => [
  ...(isFirst ? [] : [{ title: t('catalog.moveUp'), icon: ArrowUp, onPress: () => onMove(-1) }]),
  ...(isLast ? [] : [{ title: t('catalog.moveDown'), icon: ArrowDown, onPress: () => onMove(1) }]),
];

/** Alt with an arrow moves what the focus is in, and nothing around it. */
export const moveByKey =
  (onMove: (by: -1 | 1) => void) =>
  (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
