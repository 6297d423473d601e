import { Archive, FolderPlus, LayoutGrid, Plus, SearchX } from 'lucide';
import { h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { Empty } from '../../widget/kit/empty.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { useAdmin } from '../admin-context.js';
import { addressWith } from '../kit/address.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { ReasonButton } from '../kit/reason-button.js';
import { useSortable } from '../kit/use-sortable.js';
import { ArchiveDialog } from './archive-dialog.js';
import { movedBy, reordered } from './catalog-order.js';
import { CatalogTabs } from './catalog-tabs.js';
import type { Category, Service } from './catalog-types.js';
import { CategoryCard } from './category-card.js';
import { CategoryDrawer } from './category-drawer.js';
import { useServiceActions } from './service-actions.js';
import { ServiceDrawer } from './service-drawer.js';
import type { CatalogData } from './use-catalog.js';
import { useCatalog } from './use-catalog.js';

const look = { item: '.catalog-category', grip: '.category-grip', ghost: 'catalog-ghost' };

/** What is offered: categories with their services, in the order in which visitors see them (A121). */
export function CatalogPage(): View {
  const { api, words, toasts, may } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const catalog = useCatalog();
  const { data, load } = catalog;
  const list = useRef<HTMLOListElement>(null);
  const refocus = useRef<string | null>(null);
  const [said, say] = useState('');
  const address = (changes: Record<string, string | null>) => addressWith(path, query, changes);
  const go = (changes: Record<string, string | null>) => route(address(changes));
  const actions = useServiceActions(catalog, ({ id }) => go({ service: String(id) }));
  const editable = may('catalog.edit');
  const reason = editable ? null : t('catalog.mayNot');
  const q = (query['q'] ?? '').trim().toLocaleLowerCase(words.language);
  const withArchived = query['archived'] === '1';
  const archived = data?.services.filter(({ status }) => status === 'archived').length ?? 0;
  const movable = editable && q === '';

  const isShown = ({ name, status }: Service): boolean =>
    (status === 'active' || withArchived) && name.toLocaleLowerCase(words.language).includes(q);
  const servicesOf = (among: CatalogData, categoryId: number) =>
    among.services.filter((service) => service.categoryId === categoryId);
  const shownIn = (among: CatalogData, categoryId: number) => servicesOf(among, categoryId).filter(isShown);

  const orderCategories = (ids: readonly number[], category: Category) => {
    catalog.orderCategories(ids);
    say(t('catalog.moved', { name: category.name, place: ids.indexOf(category.id) + 1, count: ids.length }));
  };
  const moveCategory = (from: number, to: number) => {
    const category = data?.categories[from];
    if (!data || !category || !data.categories[to]) return;
    refocus.current = focusedIn(`[data-category="${category.id}"] > .catalog-head`);
    orderCategories(movedBy(data.categories, from, to), category);
  };
  const place = (service: Service, categoryId: number, to: number) => {
    if (!data) return;
    const shown = shownIn(data, categoryId).map(({ id }) => id);
    if (to < 0 || to > shown.length || (to === shown.length && shown.includes(service.id))) return;
    refocus.current = focusedIn(`[data-service="${service.id}"]`);
    const all = servicesOf(data, categoryId).map(({ id }) => id);
    catalog.orderServices(categoryId, reordered(all, shown, service.id, to));
    const count = shown.includes(service.id) ? shown.length : shown.length + 1;
    say(t('catalog.moved', { name: service.name, place: to + 1, count }));
  };
  useSortable(list, movable && (data?.categories.length ?? 0) > 1, look, moveCategory);
  useLayoutEffect(() => {
    if (!refocus.current) return;
    const wanted = document.querySelector<HTMLElement>(refocus.current);
    // At the end of its way the pressed button can no longer hold the focus: the one beside it does.
    const tools = wanted?.parentElement;
    (wanted?.matches(':disabled') ? tools?.querySelector<HTMLElement>('button:enabled') : wanted)?.focus();
    refocus.current = null;
  });
  const removeCategory = ({ id, name }: Category) =>
    catalog.attempt(
      async () => {
        await api.call('DELETE /categories/:id', { params: { id: String(id) } });
        const undo = () => void catalog.attempt(() => api.call('POST /categories', { body: { name } }));
        toasts.show({ text: t('catalog.deleted', { name }), undo });
      },
      (error) => (error.code === 'in_use' ? t('catalog.notEmpty') : undefined),
    );

  const addCategory = (kind: 'primary' | 'secondary') =>
    kind === 'primary'
      ? h(Button, {
          kind,
          size: 'small',
          icon: FolderPlus,
          onPress: () => go({ category: 'new' }),
          children: t('catalog.addCategory'),
        })
      : h(ReasonButton, {
          icon: FolderPlus,
          reason,
          onPress: () => go({ category: 'new' }),
          children: t('catalog.addCategory'),
        });
  const active = (data?.services.length ?? 0) - archived;
  return h(Page, {
    title: t('nav.catalog'),
    aside: data && t('catalog.count', { count: active }),
    actions:
      data &&
      data.categories.length > 0 &&
      html`${addCategory('secondary')}
        ${editable && h(Button, { kind: 'primary', size: 'small', icon: Plus, onPress: () => go({ service: 'new', in: null }), children: t('catalog.addService') })}`,
    children: html`
      ${h(CatalogTabs, { current: 'services' })}
      ${load.error !== undefined && h(Problem, { error: load.error, onRetry: load.reload, beside: data !== undefined })}
      ${data ? content(data) : load.error === undefined && h(Skeleton, { rows: 6, height: 56, label: t('common.loading') })}
      ${h(CategoryDrawer, {
        open:
          data && editable
            ? query['category'] === 'new'
              ? 'new'
              : (data.categories.find(({ id }) => String(id) === query['category']) ?? null)
            : null,
        onClose: () => go({ category: null }),
        onSaved: load.reload,
      })}
      ${h(ServiceDrawer, {
        open: data && query['service'] ? query['service'] : null,
        data,
        waiting: load.waiting,
        category: query['in'] ?? null,
        onClose: () => go({ service: null, in: null }),
        onSaved: load.reload,
      })}
      ${h(ArchiveDialog, {
        asked: actions.archiving && { name: actions.archiving.service.name, impact: actions.archiving.impact },
        onArchive: () => actions.archiving && void actions.archive(actions.archiving.service),
        onClose: actions.stopArchiving,
      })}
      <p class="hidden-text" role="status">${said}</p>
    `,
  });

  function content(among: CatalogData): View {
    const { categories, services, providers } = among;
    if (categories.length === 0)
      return h(Empty, {
        icon: LayoutGrid,
        title: t('catalog.empty'),
        children: t('catalog.emptyText'),
        action: editable && addCategory('primary'),
      });
    const found = services.some(isShown);
    return html`
      ${
        (services.length > 8 || archived > 0 || q !== '') &&
        html`<div class="toolbar catalog-toolbar">
          ${h(TextField, { label: t('catalog.search'), name: 'q', type: 'search', value: query['q'] ?? '', onValue: (value) => route(address({ q: value }), true) })}
          ${
            archived > 0 &&
            h(Button, {
              size: 'small',
              icon: Archive,
              pressed: withArchived,
              onPress: () => go({ archived: withArchived ? null : '1' }),
              children: t('catalog.showArchived', { count: archived }),
            })
          }
        </div>`
      }
      ${
        q !== '' && !found
          ? h(Empty, {
              icon: SearchX,
              title: t('catalog.noneFound'),
              action: h(Button, { size: 'small', onPress: () => go({ q: null }), children: t('catalog.clear') }),
            })
          : html`<ol class="catalog-list" ref=${list}>
              ${categories.map((category, at) => {
                const shown = shownIn(among, category.id);
                if (q !== '' && shown.length === 0) return null;
                return h(CategoryCard, {
                  key: category.id,
                  category,
                  services: shown,
                  isEmpty: servicesOf(among, category.id).length === 0,
                  providers,
                  editable,
                  movable,
                  isFirst: at === 0,
                  isLast: at === categories.length - 1,
                  hrefOf: ({ id }) => address({ service: String(id) }),
                  itemsOf: actions.items,
                  onAdd: () => go({ service: 'new', in: String(category.id) }),
                  onRename: () => go({ category: String(category.id) }),
                  onDelete: () => void removeCategory(category),
                  onMove: (by) => moveCategory(at, at + by),
                  onPlace: place,
                });
              })}
            </ol>`
      }`;
  }
}

/** Where the focus is to be after a list is drawn anew: the same button of the same thing. */
function focusedIn(within: string): string | null {
  const focused = document.activeElement;
  if (!focused?.closest(within)) return null;
  const name = focused.getAttribute('name');
  return name ? `${within} [name="${name}"]` : focused.matches('a') ? `${within} a` : null;
}
