import { Archive, MapPin, Plus } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { useAdmin } from '../admin-context.js';
import { addressWith } from '../kit/address.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { ReasonButton } from '../kit/reason-button.js';
import { ArchiveDialog } from './archive-dialog.js';
import { movedBy } from './catalog-order.js';
import { CatalogTabs } from './catalog-tabs.js';
import type { Impact, Location } from './catalog-types.js';
import { LocationDrawer } from './location-drawer.js';
import { LocationRow } from './location-row.js';
import { useLocations } from './use-locations.js';

/** Where services are to be had: address, telephone, time zone. */
export function LocationsPage(): View {
  const { api, words, toasts, may } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const { load, items, attempt, order } = useLocations();
  const [archiving, setArchiving] = useState<{ location: Location; impact: Impact } | null>(null);
  const go = (changes: Record<string, string | null>) => route(addressWith(path, query, changes));
  const editable = may('catalog.edit');
  const reason = editable ? null : t('catalog.mayNot');
  const withArchived = query['archived'] === '1';
  const archived = items?.filter(({ status }) => status === 'archived').length ?? 0;
  const shown = items?.filter(({ status }) => status === 'active' || withArchived) ?? [];

  const one = ({ id }: Location) => ({ params: { id: String(id) } });
  const setStatus = (location: Location, status: Location['status']) =>
    attempt(() => api.call('PATCH /locations/:id', { ...one(location), body: { status } }));
  const archive = async (location: Location) => {
    setArchiving(null);
    const text = t('catalog.archived', { name: location.name });
    if (await setStatus(location, 'archived')) toasts.show({ text, undo: () => void setStatus(location, 'active') });
  };
  const askArchive = (location: Location) =>
    attempt(async () => {
      const impact = await api.call('GET /locations/:id/impact', one(location));
      if (impact.coming > 0) setArchiving({ location, impact });
      else await archive(location);
    });
  const remove = (location: Location) =>
    attempt(
      async () => {
        await api.call('DELETE /locations/:id', one(location));
        toasts.show({ text: t('catalog.deleted', { name: location.name }) });
      },
      (error) => (error.code === 'in_use' ? t('catalog.locationUsed', { name: location.name }) : undefined),
    );
  const step = (location: Location, by: -1 | 1) => {
    const neighbour = shown[shown.indexOf(location) + by];
    if (items && neighbour) order(movedBy(items, items.indexOf(location), items.indexOf(neighbour)));
  };
  const add = (kind: 'primary' | 'secondary') =>
    editable
      ? h(Button, {
          kind,
          size: 'small',
          icon: Plus,
          onPress: () => go({ location: 'new' }),
          children: t('catalog.addLocation'),
        })
      : h(ReasonButton, { icon: Plus, reason, onPress: () => {}, children: t('catalog.addLocation') });
  const opened = items?.find(({ id }) => String(id) === query['location']);
  return h(Page, {
    title: t('nav.catalog'),
    aside: items && t('catalog.locationCount', { count: items.length - archived }),
    actions: items && items.length > 0 && add('primary'),
    children: html`
      ${h(CatalogTabs, { current: 'locations' })}
      ${load.error !== undefined && h(Problem, { error: load.error, onRetry: load.reload, beside: items !== undefined })}
      ${!items && load.error === undefined && h(Skeleton, { rows: 3, height: 64, label: t('common.loading') })}
      ${
        items?.length === 0 &&
        h(Empty, {
          icon: MapPin,
          title: t('catalog.noLocations'),
          children: t('catalog.noLocationsText'),
          action: add('primary'),
        })
      }
      ${
        archived > 0 &&
        html`<div class="toolbar">${h(Button, {
          size: 'small',
          icon: Archive,
          pressed: withArchived,
          onPress: () => go({ archived: withArchived ? null : '1' }),
          children: t('catalog.showArchived', { count: archived }),
        })}</div>`
      }
      ${
        shown.length > 0 &&
        html`<ol class="catalog-category" aria-label=${t('catalog.locations')}>
          ${shown.map((location, at) =>
            h(LocationRow, {
              key: location.id,
              location,
              href: addressWith(path, query, { location: location.id }),
              editable,
              isFirst: at === 0,
              isLast: at === shown.length - 1,
              onMove: (by) => step(location, by),
              onEdit: () => go({ location: String(location.id) }),
              onArchive: () => void askArchive(location),
              onRestore: () => void setStatus(location, 'active'),
              onDelete: () => void remove(location),
            }),
          )}
        </ol>`
      }
      ${h(LocationDrawer, {
        open: items && editable ? (query['location'] === 'new' ? 'new' : (opened ?? null)) : null,
        onClose: () => go({ location: null }),
        onSaved: load.reload,
      })}
      ${h(ArchiveDialog, {
        asked: archiving && { name: archiving.location.name, impact: archiving.impact },
        withService: true,
        onArchive: () => archiving && void archive(archiving.location),
        onClose: () => setArchiving(null),
      })}
    `,
  });
}
