import type { IconNode } from 'lucide';
import { EllipsisVertical } from 'lucide';
import { h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { style } from '../../widget/kit/styles.js';
import css from './menu.css';
import { Popover } from './popover.js';

style(css);

export interface MenuItem {
  title: string;
  icon: IconNode;
  /** Destroys something: set apart by its colour. */
  danger?: boolean;
  /** Why it can't be done now; it is shown beneath the words, and a press does nothing. */
  reason?: string | null;
  onPress?: () => void;
  /** A link in place of `onPress`; with `download` the browser saves what it answers. */
  href?: string;
  download?: boolean;
}

/** More that can be done, behind three dots. Arrows go from one to the next, Escape closes. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }): View {
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const entries = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('a, button') ?? [])];
  useLayoutEffect(() => {
    if (open) entries()[0]?.focus();
  }, [open]);
  const onKey = (event: KeyboardEvent): void => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  const press = (item: MenuItem) => () => {
    if (item.reason) return;
    // A dialog that this opens gives the focus back to where it was: not to an entry that is gone by then.
    list.current?.closest('.menu')?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    setOpen(false);
    item.onPress?.();
  };
  return h(Popover, {
    open,
    onOpen: setOpen,
    label,
    class: 'menu',
    trigger: h(Button, { icon: EllipsisVertical, size: 'small', label, expanded: open, onPress: () => setOpen(!open) }),
    children: html`<ul ref=${list} onKeyDown=${onKey}>
      ${items.map((item) => {
        const look = `menu-item ${item.danger ? 'danger' : ''}`;
        const inner = html`${h(Icon, { icon: item.icon })}<span>${item.title}${item.reason && html`<small>${item.reason}</small>`}</span>`;
        return html`<li>
          ${
            item.href !== undefined && !item.reason
              ? html`<a class=${look} href=${item.href} download=${item.download || undefined} onClick=${press(item)}>${inner}</a>`
              : html`<button type="button" class=${look} aria-disabled=${item.reason ? 'true' : undefined} onClick=${press(item)}>${inner}</button>`
          }
        </li>`;
      })}
    </ul>`,
  });
}
