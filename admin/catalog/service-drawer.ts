import { SearchX } from 'lucide';
import { h } from 'preact';
import { useRef } from 'preact/hooks';
import { Drawer } from '../../widget/kit/dialog.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { useAdmin } from '../admin-context.js';
import { useFormDrawer } from '../kit/form-drawer.js';
import type { Performer, Service } from './catalog-types.js';
import { freeColour } from './colours.js';
import { draftOf, usualService } from './service-draft.js';
import { ServiceFormView } from './service-form.js';
import type { CatalogData } from './use-catalog.js';

export interface ServiceDrawerProps {
  /** An id, `new` for one that is added, null while closed. */
  open: string | null;
  data: CatalogData | undefined;
  /** The catalog is being loaded anew. */
  waiting: boolean;
  /** The category a new one goes into. */
  category: string | null;
  onClose: () => void;
  onSaved: () => void;
}

/** Adds or edits a service in a panel over the catalog (A121). */
export function ServiceDrawer({ open, data, waiting, category, onClose, onSaved }: ServiceDrawerProps): View {
  const { words, toasts } = useAdmin();
  const { t } = words;
  const drawer = useFormDrawer(onClose);
  // What was there first stays: a list that refreshes itself must not take away what is being typed.
  const first = useRef<{ open: string; data: CatalogData } | null>(null);
  if (first.current?.open !== open) first.current = null;
  if (open !== null && data && (open === 'new' || data.services.some(({ id }) => String(id) === open)))
    first.current ??= { open, data };
  const service = first.current?.data.services.find(({ id }) => String(id) === open);
  const saved = (name: string) => {
    toasts.show({ text: t('catalog.saved', { name }) });
    onSaved();
    onClose();
  };
  return h(Drawer, {
    open: open !== null,
    title: service ? t('catalog.editOf', { name: service.name }) : t('catalog.addService'),
    closeLabel: t('common.close'),
    onClose: drawer.close,
    children: first.current
      ? h(Content, { key: open, data: first.current.data, service: service ?? null, category, drawer, onSaved: saved })
      : waiting
        ? h(Skeleton, { rows: 8, height: 44, label: t('common.loading') })
        : h(Empty, { icon: SearchX, title: t('catalog.gone') }),
  });
}

interface ContentProps {
  data: CatalogData;
  service: Service | null;
  category: string | null;
  drawer: ReturnType<typeof useFormDrawer>;
  onSaved: (name: string) => void;
}

function Content({ data, service, category, drawer, onSaved }: ContentProps): View {
  const { site, words } = useAdmin();
  const currency = service?.currency ?? site.currency;
  const providers = data.providers ?? [];
  const inUse = providers.filter(({ status }) => status === 'active');
  const performers: Performer[] = service
    ? providers.flatMap(({ id, services }) =>
        services
          .filter(({ serviceId }) => serviceId === service.id)
          .map(({ priceMinor, durationMinutes }) => ({ providerId: id, priceMinor, durationMinutes })),
      )
    : // Whoever is there performs what is new, until it is said otherwise.
      inUse.map(({ id }) => ({ providerId: id, priceMinor: null, durationMinutes: null }));
  performers.sort((left, right) => left.providerId - right.providerId);
  const usual = {
    ...usualService,
    ...data.newService,
    categoryId: Number(category) || (data.categories[0]?.id ?? 0),
    priceMinor: null,
    currency,
    colour: freeColour(data.services.map(({ colour }) => colour)),
  };
  return h(ServiceFormView, {
    categories: data.categories,
    // Archived ones only where they perform it still.
    providers: providers.filter(
      ({ id, status }) => status === 'active' || performers.some(({ providerId }) => providerId === id),
    ),
    service,
    performers,
    first: draftOf(words.language, service ?? usual, performers),
    currency,
    drawer,
    onSaved: ({ name }) => onSaved(name),
  });
}
