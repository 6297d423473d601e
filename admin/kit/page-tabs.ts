import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import css from './page-tabs.css';

style(css);

export interface PageTabsProps {
  label: string;
  pages: readonly { key: string; path: string; title: string }[];
  current: string;
}

/** Pages that belong together, each with an address of its own. */
export function PageTabs({ label, pages, current }: PageTabsProps): View {
  return html`<nav class="page-tabs" aria-label=${label}>
    ${pages.map(({ key, path, title }) => html`<a href=${path} aria-current=${key === current ? 'page' : undefined}>${title}</a>`)}
  </nav>`;
}
