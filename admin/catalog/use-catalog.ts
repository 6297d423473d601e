import { useEffect, useState } from 'preact/hooks';
import { useAdmin } from '../admin-context.js';
import type { Loaded } from '../kit/load.js';
import { useLoad } from '../kit/load.js';
import { inOrder, withOrder } from './catalog-order.js';
import type { Category, Provider, Service } from './catalog-types.js';
import type { NewServiceRules } from './new-service-rules.js';
import { newServiceRules } from './new-service-rules.js';
import type { Attempt } from './use-attempt.js';
import { useAttempt } from './use-attempt.js';

export interface CatalogData {
  categories: readonly Category[];
  /** In the order of each category, archived ones too. */
  services: readonly Service[];
  /** null: the account may not see providers. */
  providers: readonly Provider[] | null;
  /** What a new service begins with, by the settings. */
  newService: NewServiceRules;
}

export interface Catalog {
  load: Loaded<unknown>;
  /** A new order stands before the server has answered. */
  data: CatalogData | undefined;
  attempt: Attempt;
  orderCategories(ids: readonly number[]): void;
  orderServices(categoryId: number, ids: readonly number[]): void;
}

/** Categories, services and who performs them, and their order. */
export function useCatalog(): Catalog {
  const { api, may } = useAdmin();
  const load = useLoad<CatalogData>('catalog', async (signal) => {
    const [categories, services, providers, settings] = await Promise.all([
      api.call('GET /categories', { signal }),
      api.call('GET /services', { signal }),
      may('providers.view') ? api.call('GET /providers', { signal }) : null,
      api.call('GET /settings', { signal }),
    ]);
    return {
      categories: categories.items,
      services: services.items,
      providers: providers?.items ?? null,
      newService: newServiceRules(settings),
    };
  });
  const [ordered, setOrdered] = useState<CatalogData | null>(null);
  // What the server says is what there is.
  useEffect(() => setOrdered(null), [load.data]);
  const data = ordered ?? load.data;

  const attempt = useAttempt(load.reload, () => setOrdered(null));
  return {
    load,
    data,
    attempt,
    orderCategories(ids) {
      if (!data) return;
      setOrdered({ ...data, categories: inOrder(data.categories, ids) });
      void attempt(() => api.call('PUT /categories/order', { body: { ids: [...ids] } }));
    },
    orderServices(categoryId, ids) {
      if (!data) return;
      setOrdered({ ...data, services: withOrder(data.services, categoryId, ids) });
      const params = { id: String(categoryId) };
      void attempt(() => api.call('PUT /categories/:id/services', { params, body: { ids: [...ids] } }));
    },
  };
}
