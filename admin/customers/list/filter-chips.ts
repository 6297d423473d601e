import { X } from 'lucide';
import { h } from 'preact';
import { formatDay } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { useAdmin } from '../../admin-context.js';
import type { Changes } from '../../kit/address.js';
import { countryOptions, labelOf } from '../record/choices.js';
import { useImportName } from './import-chip.js';
import type { Filter, FilterName } from './list-query.js';
import { panelNames } from './list-query.js';

/** What the list is narrowed by, each with a cross that takes it away. */
export function FilterChips({
  filter,
  onFilter,
}: {
  filter: Filter;
  onFilter: (changes: Changes) => void;
}): View | null {
  const { words } = useAdmin();
  const { t } = words;
  const importName = useImportName(filter.import);
  const set = panelNames.filter((name) => filter[name] !== undefined);
  if (set.length === 0) return null;
  return html`<ul class="chips" aria-label=${t('customers.filters')}>
    ${set.map((name) => {
      const text = chipText(name, filter[name] as string);
      return html`<li key=${name}>
        <button type="button" class="chip" aria-label=${t('customers.removeFilter', { filter: text })} onClick=${() => onFilter({ [name]: null })}>
          <span class="chip-text">${text}</span>${h(Icon, { icon: X, size: 16 })}
        </button>
      </li>`;
    })}
  </ul>`;

  function chipText(name: FilterName, value: string): string {
    const day = (): string => formatDay(words.language, `${value}T12:00:00Z`, 'numeric', 'UTC');
    switch (name) {
      case 'newsletter':
        return value === 'yes' ? t('customers.withNewsletter') : t('customers.withoutNewsletter');
      case 'coming':
        return value === 'yes' ? t('customers.withComing') : t('customers.withoutComing');
      case 'lastFrom':
        return t('customers.lastSince', { day: day() });
      case 'lastTo':
        return t('customers.lastUntil', { day: day() });
      case 'createdFrom':
        return t('customers.createdSince', { day: day() });
      case 'createdTo':
        return t('customers.createdUntil', { day: day() });
      case 'nationality':
        return `${t('customers.nationality')}: ${labelOf(countryOptions(words.language), value)}`;
      case 'import':
        return importName || '…';
      default:
        return t('customers.duplicates');
    }
  }
}
