import { Archive, ArchiveRestore, MapPin, Pencil, Trash2 } from 'lucide';
import { h } from 'preact';
import { Badge } from '../../widget/kit/badge.js';
import { zonePlace } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { useAdmin } from '../admin-context.js';
import type { MenuItem } from '../kit/menu.js';
import { Menu } from '../kit/menu.js';
import type { Location } from './catalog-types.js';
import { moveButtons, moveByKey, moveItems } from './move-tools.js';

export interface LocationRowProps {
  location: Location;
  href: string;
  editable: boolean;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onArchive: () => void;
  onRestore: () => void;
  onDelete: () => void;
}

/** A location: where it is, how it is called, by which clock it lives. */
export function LocationRow(props: LocationRowProps): View {
  const { location, href, editable, isFirst, isLast, onMove } = props;
  const { words } = useAdmin();
  const { t } = words;
  const { name, status } = location;
  const isArchived = status === 'archived';
  const place = { name, isFirst, isLast, onMove };
  const items: MenuItem[] = [
    { title: t('catalog.edit'), icon: Pencil, onPress: props.onEdit },
    ...moveItems(words, place),
    ...(isArchived
      ? [
          { title: t('catalog.restore'), icon: ArchiveRestore, onPress: props.onRestore },
          { title: t('catalog.delete'), icon: Trash2, danger: true, onPress: props.onDelete },
        ]
      : [{ title: t('catalog.archive'), icon: Archive, onPress: props.onArchive }]),
  ];
  const facts = [location.address.replaceAll('\n', ', '), location.phone, zonePlace(location.timeZone)];
  return html`<li
    class=${`catalog-service ${isArchived ? 'archived' : ''}`}
    data-location=${location.id}
    onKeyDown=${editable && moveByKey(onMove)}
  >
    ${h(Icon, { icon: MapPin })}
    <div class="catalog-main">
      ${editable ? html`<a class="catalog-name" href=${href}>${name}</a>` : html`<span class="catalog-name">${name}</span>`}
      <span class="catalog-facts">${facts.filter(Boolean).join(' · ')}</span>
    </div>
    ${isArchived && html`<div class="catalog-badges">${h(Badge, { icon: Archive, children: t('catalog.isArchived') })}</div>`}
    ${
      editable &&
      html`<div class="catalog-tools">
        ${moveButtons(words, place)}
        ${h(Menu, { label: t('catalog.optionsOf', { name }), items })}
      </div>`
    }
  </li>`;
}
