import { ChevronLeft, ChevronRight } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './pager.css';

style(css);

export interface PagerProps {
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}

/** Steps through the pages of a list; nothing when there is one page. */
export function Pager({ page, pageSize, total, onPage }: PagerProps): View | null {
  const { t } = useAdmin().words;
  const pages = Math.ceil(total / pageSize);
  if (pages < 2 && page === 1) return null;
  const step = (to: number, label: string, icon: typeof ChevronLeft) => {
    const disabled = to < 1 || (to > pages && to > page);
    return h(Button, {
      kind: 'quiet',
      size: 'small',
      icon,
      iconTurns: true,
      label,
      disabled,
      onPress: () => onPage(Math.min(to, Math.max(pages, 1))),
    });
  };
  return html`<nav class="pager" aria-label=${t('common.pages')}>
    ${step(page - 1, t('common.previousPage'), ChevronLeft)}
    <span class="tabular" aria-live="polite">${t('common.page', { page, pages })}</span>
    ${step(page + 1, t('common.nextPage'), ChevronRight)}
  </nav>`;
}
