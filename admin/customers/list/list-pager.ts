import { ChevronLeft, ChevronRight } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { SelectField, TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { pageSizes } from './list-query.js';
import { pageSteps, typedPage } from './page-steps.js';

export interface ListPagerProps {
  page: number;
  pageSize: number;
  /** As many as are known to be there. */
  total: number;
  onPage: (page: number) => void;
  onSize: (size: string) => void;
}

/** Page numbers, a field to jump to one, and how many rows a page has (A051). */
export function ListPager({ page, pageSize, total, onPage, onSize }: ListPagerProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const [typed, setTyped] = useState('');
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const numbers = new Intl.NumberFormat(words.language);
  const jump = (event: Event) => {
    event.preventDefault();
    const to = typedPage(typed, pages);
    setTyped('');
    if (to !== null) onPage(to);
  };
  const step = (to: number, label: string, icon: typeof ChevronLeft) =>
    h(Button, {
      kind: 'quiet',
      size: 'small',
      icon,
      iconTurns: true,
      label,
      disabled: to < 1 || to > pages,
      onPress: () => onPage(to),
    });
  const sizes = [...new Set([...pageSizes, String(pageSize)])].sort((left, right) => Number(left) - Number(right));
  return html`<div class="list-foot">
    <nav class="list-pages" aria-label=${t('common.pages')}>
      ${step(page - 1, t('common.previousPage'), ChevronLeft)}
      ${pageSteps(page, pages).map((number) =>
        number === null
          ? html`<span aria-hidden="true">…</span>`
          : html`<button
              type="button"
              class="list-page tabular"
              aria-label=${t('customers.toPage', { page: number })}
              aria-current=${number === page ? 'page' : undefined}
              onClick=${() => onPage(number)}
            >${numbers.format(number)}</button>`,
      )}
      ${step(page + 1, t('common.nextPage'), ChevronRight)}
    </nav>
    ${
      pages > 5 &&
      html`<form class="list-jump" onSubmit=${jump}>
        ${h(TextField, { label: t('customers.jump'), name: 'to-page', type: 'number', min: 1, max: pages, value: typed, onValue: setTyped })}
      </form>`
    }
    ${h(SelectField, {
      label: t('customers.perPage'),
      name: 'size',
      value: String(pageSize),
      onValue: onSize,
      options: sizes.map((value) => ({ value, label: value })),
    })}
  </div>`;
}
