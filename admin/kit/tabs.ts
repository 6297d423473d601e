import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import css from './tabs.css';

style(css);

export interface Tab<Key extends string> {
  key: Key;
  title: string;
  /** How many things the tab holds; left out where that is unknown or says nothing. */
  count?: number | undefined;
}

export interface TabsProps<Key extends string> {
  label: string;
  tabs: readonly Tab<Key>[];
  current: Key;
  onTab: (key: Key) => void;
  /** The panel of the current tab. */
  children: ComponentChildren;
}

/** Tabs by the pattern of the ARIA guide: one stop for Tab, arrows, Home and End go from one to the next and show it. */
export function Tabs<Key extends string>({ label, tabs, current, onTab, children }: TabsProps<Key>): View {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex(({ key }) => key === current);
  // Where tabs are wider than the screen, the chosen one is in sight.
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const go = (index: number): void => {
    const to = (index + tabs.length) % tabs.length;
    onTab(tabs[to]!.key);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    const forward = getComputedStyle(list.current as Element).direction === 'rtl' ? -1 : 1;
    const moves: Record<string, number> = {
      ArrowRight: at + forward,
      ArrowLeft: at - forward,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = moves[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(to);
  };
  return html`<div class="tabs">
    <div class="tab-list" role="tablist" aria-label=${label} ref=${list} onKeyDown=${onKey}>
      ${tabs.map(
        ({ key, title, count }) => html`<button
          type="button"
          role="tab"
          id=${`${id}-${key}`}
          aria-selected=${key === current ? 'true' : 'false'}
          aria-controls=${key === current ? `${id}-panel` : undefined}
          tabindex=${key === current ? 0 : -1}
          onClick=${() => onTab(key)}
        >${title}${count !== undefined && count > 0 && html`<span class="tab-count tabular">${count}</span>`}</button>`,
      )}
    </div>
    <div class="tab-panel" role="tabpanel" id=${`${id}-panel`} aria-labelledby=${`${id}-${current}`} tabindex="-1">${children}</div>
  </div>`;
}
