import { SearchX, Trash2, UserPlus, Users } from 'lucide';
import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { Filter } from './list-query.js';

export interface ListEmptyProps {
  filter: Filter;
  /** The page lies beyond the last one. */
  beyond: boolean;
  onClear: () => void;
  onFirst: () => void;
  onNew: () => void;
}

/** Nobody is listed: why, and what to do (A061). */
export function ListEmpty({ filter, beyond, onClear, onFirst, onNew }: ListEmptyProps): View {
  const { may, words } = useAdmin();
  const { t } = words;
  if (beyond) {
    const action = h(Button, { size: 'small', onPress: onFirst, children: t('customers.firstPage') });
    return h(Empty, { icon: SearchX, title: t('customers.beyond'), action });
  }
  const { status, ...narrowed } = filter;
  if (Object.keys(narrowed).length > 0) {
    return h(Empty, {
      icon: SearchX,
      title: t('customers.noneFound'),
      children: filter.q ? t('customers.noneFoundText', { text: filter.q }) : t('customers.noneFilteredText'),
      action: h(Button, { size: 'small', onPress: onClear, children: t('customers.clear') }),
    });
  }
  if (status === 'trashed')
    return h(Empty, { icon: Trash2, title: t('customers.trashEmpty'), children: t('customers.trashEmptyText') });
  const add = h(Button, {
    kind: 'primary',
    size: 'small',
    icon: UserPlus,
    onPress: onNew,
    children: t('customers.add'),
  });
  const bring = h(Button, { size: 'small', href: '/admin/customers/import', children: t('customers.import') });
  return h(Empty, {
    icon: Users,
    title: t('customers.none'),
    children: t('customers.noneText'),
    action: html`<span class="list-empty-actions">${may('customers.create') && add}${may('customers.import') && bring}</span>`,
  });
}
