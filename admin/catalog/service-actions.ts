import { Archive, ArchiveRestore, Copy, Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { useAdmin } from '../admin-context.js';
import type { MenuItem } from '../kit/menu.js';
import type { Impact, Service } from './catalog-types.js';
import type { Catalog } from './use-catalog.js';

export interface Archiving {
  service: Service;
  impact: Impact;
}

/** What can be done with a service beside editing it. Archiving asks only where something is booked. */
export function useServiceActions(catalog: Catalog, onEdit: (service: Service) => void) {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  /** An archiving that is asked about. */
  const [archiving, setArchiving] = useState<Archiving | null>(null);
  const one = ({ id }: Service) => ({ params: { id: String(id) } });
  const setStatus = (service: Service, status: Service['status']) =>
    catalog.attempt(() => api.call('PATCH /services/:id', { ...one(service), body: { status } }));

  async function archive(service: Service): Promise<void> {
    setArchiving(null);
    if (await setStatus(service, 'archived'))
      toasts.show({
        text: t('catalog.archived', { name: service.name }),
        undo: () => void setStatus(service, 'active'),
      });
  }
  const askArchive = (service: Service) =>
    catalog.attempt(async () => {
      const impact = await api.call('GET /services/:id/impact', { ...one(service), query: {} });
      if (impact.coming > 0) setArchiving({ service, impact });
      else await archive(service);
    });
  const restore = async (service: Service) => {
    if (await setStatus(service, 'active')) toasts.show({ text: t('catalog.restored', { name: service.name }) });
  };
  const duplicate = (service: Service) =>
    catalog.attempt(async () => {
      const name = t('catalog.copyOf', { name: service.name }).slice(0, 120);
      onEdit(await api.call('POST /services/:id/copies', { ...one(service), body: { name } }));
      toasts.show({ text: t('catalog.copied', { name: service.name }) });
    });
  const remove = (service: Service) =>
    catalog.attempt(
      async () => {
        await api.call('DELETE /services/:id', one(service));
        toasts.show({ text: t('catalog.deleted', { name: service.name }) });
      },
      (error) => (error.code === 'in_use' ? t('catalog.booked', { name: service.name }) : undefined),
    );

  const items = (service: Service): MenuItem[] => [
    { title: t('catalog.edit'), icon: Pencil, onPress: () => onEdit(service) },
    { title: t('catalog.duplicate'), icon: Copy, onPress: () => void duplicate(service) },
    ...(service.status === 'active'
      ? [{ title: t('catalog.archive'), icon: Archive, onPress: () => void askArchive(service) }]
      : [
          { title: t('catalog.restore'), icon: ArchiveRestore, onPress: () => void restore(service) },
          { title: t('catalog.delete'), icon: Trash2, danger: true, onPress: () => void remove(service) },
        ]),
  ];
  return { items, archiving, archive, stopArchiving: () => setArchiving(null) };
}
