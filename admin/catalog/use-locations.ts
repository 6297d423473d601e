import { useEffect, useState } from 'preact/hooks';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import { inOrder } from './catalog-order.js';
import type { Location } from './catalog-types.js';
import { useAttempt } from './use-attempt.js';

/** The locations and their order, which stands before the server has answered. */
export function useLocations() {
  const { api } = useAdmin();
  const load = useLoad('locations', (signal) => api.call('GET /locations', { signal }));
  const [ordered, setOrdered] = useState<readonly Location[] | null>(null);
  // What the server says is what there is.
  useEffect(() => setOrdered(null), [load.data]);
  const items = ordered ?? load.data?.items;
  const attempt = useAttempt(load.reload, () => setOrdered(null));
  const order = (ids: readonly number[]): void => {
    if (!items) return;
    setOrdered(inOrder(items, ids));
    void attempt(() => api.call('PUT /locations/order', { body: { ids: [...ids] } }));
  };
  return { load, items, attempt, order };
}
