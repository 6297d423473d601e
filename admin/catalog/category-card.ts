import { GripVertical, Pencil, Plus, Trash2 } from 'lucide';
import { h } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { useAdmin } from '../admin-context.js';
import type { MenuItem } from '../kit/menu.js';
import { Menu } from '../kit/menu.js';
import { useSortable } from '../kit/use-sortable.js';
import type { Category, Provider, Service } from './catalog-types.js';
import { moveButtons, moveByKey, moveItems } from './move-tools.js';
import { ServiceRow } from './service-row.js';

export interface CategoryCardProps {
  category: Category;
  /** Those that are shown, in order. */
  services: readonly Service[];
  /** Whether it holds any at all. */
  isEmpty: boolean;
  providers: readonly Provider[] | null;
  editable: boolean;
  /** Nothing is hidden by a search, so that places mean something. */
  movable: boolean;
  isFirst: boolean;
  isLast: boolean;
  hrefOf: (service: Service) => string;
  itemsOf: (service: Service) => readonly MenuItem[];
  onAdd: () => void;
  onRename: () => void;
  onDelete: () => void;
  onMove: (by: -1 | 1) => void;
  /** A service was put at a place among those that are shown of a category. */
  onPlace: (service: Service, categoryId: number, to: number) => void;
}

const look = { item: '.catalog-service', grip: '.service-grip', ghost: 'catalog-ghost', group: 'services' };

/** A category with its services. Both are put in order by dragging, by buttons, and by Alt with the arrows. */
export function CategoryCard(props: CategoryCardProps): View {
  const { category, services, isEmpty, providers, editable, movable, isFirst, isLast } = props;
  const { onAdd, onMove, onPlace } = props;
  const { words } = useAdmin();
  const { t } = words;
  const { id, name } = category;
  const list = useRef<HTMLOListElement>(null);
  useSortable(list, movable, look, (from, to, into) => {
    const service = services[from];
    if (service) onPlace(service, Number(into.dataset['category']), to);
  });
  const place = { name, isFirst, isLast, onMove };
  const items: MenuItem[] = [
    { title: t('catalog.rename'), icon: Pencil, onPress: props.onRename },
    ...(movable ? moveItems(words, place) : []),
    {
      title: t('catalog.delete'),
      icon: Trash2,
      danger: true,
      reason: isEmpty ? null : t('catalog.notEmpty'),
      onPress: props.onDelete,
    },
  ];
  const alone = isFirst && isLast;
  const titleId = `category-${id}`;
  return html`<li class="catalog-category" data-category=${id}>
    <div class="catalog-head" onKeyDown=${movable && moveByKey(onMove)}>
      ${movable && !alone && html`<span class="catalog-grip category-grip" title=${t('catalog.drag')}>${h(Icon, { icon: GripVertical })}</span>`}
      <h2 id=${titleId}>${name}</h2>
      <span class="catalog-count tabular">${services.length}</span>
      ${
        editable &&
        html`<div class="catalog-tools">
          ${movable && !alone && moveButtons(words, place)}
          ${h(Button, { kind: 'quiet', size: 'small', icon: Plus, label: t('catalog.addTo', { name }), onPress: onAdd })}
          ${h(Menu, { label: t('catalog.optionsOf', { name }), items })}
        </div>`
      }
    </div>
    <ol class="catalog-services" ref=${list} data-category=${id} aria-labelledby=${titleId}>
      ${services.map((service, at) =>
        h(ServiceRow, {
          key: service.id,
          service,
          performers: providers?.filter((provider) => performs(provider, service.id)) ?? null,
          href: props.hrefOf(service),
          items: editable ? props.itemsOf(service) : null,
          movable,
          isFirst: at === 0,
          isLast: at === services.length - 1,
          onMove: (by) => onPlace(service, id, at + by),
        }),
      )}
    </ol>
    ${
      services.length === 0 &&
      html`<p class="catalog-none">
        ${t(isEmpty ? 'catalog.noServices' : 'catalog.allArchived')}
        ${editable && isEmpty && h(Button, { size: 'small', icon: Plus, onPress: onAdd, children: t('catalog.addService') })}
      </p>`
    }
  </li>`;
}

const performs = ({ status, services }: Provider, id: number): boolean =>
  status === 'active' && services.some(({ serviceId }) => serviceId === id);
