import { Archive, GripVertical, Lock, TriangleAlert, Users } from 'lucide';
import { h } from 'preact';
import { Badge } from '../../widget/kit/badge.js';
import { formatMinutes } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { formatMoney } from '../../widget/kit/money.js';
import { useAdmin } from '../admin-context.js';
import type { MenuItem } from '../kit/menu.js';
import { Menu } from '../kit/menu.js';
import type { Provider, Service } from './catalog-types.js';
import { moveButtons, moveByKey, moveItems } from './move-tools.js';

export interface ServiceRowProps {
  service: Service;
  /** Who performs it; null: the account may not see that. */
  performers: readonly Provider[] | null;
  href: string;
  /** null: it can only be looked at. */
  items: readonly MenuItem[] | null;
  movable: boolean;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
}

/** A service in its category: what it takes and costs, who performs it, and its place among the others. */
export function ServiceRow(props: ServiceRowProps): View {
  const { service, performers, href, items, movable, isFirst, isLast, onMove } = props;
  const { words } = useAdmin();
  const { t, language } = words;
  const { name, status, capacity } = service;
  const place = { name, isFirst, isLast, onMove };
  const who = performers?.map((provider) => provider.name) ?? [];
  const facts = [
    formatMinutes(language, service.durationMinutes),
    formatMoney(language, service.priceMinor, service.currency),
    who.length > 3 ? t('catalog.providers', { count: who.length }) : new Intl.ListFormat(language).format(who),
  ];
  return html`<li
    class=${`catalog-service ${status === 'archived' ? 'archived' : ''}`}
    data-service=${service.id}
    style=${`--service: ${service.colour}`}
    onKeyDown=${movable && moveByKey(onMove)}
  >
    ${movable && html`<span class="catalog-grip service-grip" title=${t('catalog.drag')}>${h(Icon, { icon: GripVertical })}</span>`}
    ${service.picture ? html`<img class="catalog-picture" src=${service.picture} alt="" width="40" height="40" loading="lazy" />` : html`<span class="catalog-colour"></span>`}
    <div class="catalog-main">
      <a class="catalog-name" href=${href}>${name}</a>
      <span class="catalog-facts tabular">${facts.filter(Boolean).join(' · ')}</span>
    </div>
    <div class="catalog-badges">
      ${capacity > 1 && h(Badge, { icon: Users, children: t('catalog.group', { count: capacity }) })}
      ${service.visibility === 'private' && h(Badge, { icon: Lock, children: t('catalog.private') })}
      ${status === 'archived' && h(Badge, { icon: Archive, children: t('catalog.isArchived') })}
      ${
        status === 'active' &&
        performers?.length === 0 &&
        h(Badge, { meaning: 'warning', icon: TriangleAlert, children: t('catalog.nobody') })
      }
    </div>
    ${
      items &&
      html`<div class="catalog-tools">
        ${movable && moveButtons(words, place)}
        ${h(Menu, { label: t('catalog.optionsOf', { name }), items: movable ? [...items, ...moveItems(words, place)] : items })}
      </div>`
    }
  </li>`;
}
