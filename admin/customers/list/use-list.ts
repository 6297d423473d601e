import { visitorZone } from '../../../widget/kit/dates.js';
import type { AdminApi } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import type { Loaded } from '../../kit/load.js';
import { useLoad } from '../../kit/load.js';
import type { ListState } from './list-query.js';
import { asked } from './list-query.js';

type ListAnswer = AdminApi['GET /customers']['answer'];

export interface LoadedList {
  list: Loaded<ListAnswer>;
  /** How many there are in all; null until that is known. */
  total: number | null;
  reload: () => void;
}

/** The page of the list that the address names, and beside it how many there are in all (A046). */
export function useList({ filter, sort, page, size }: ListState): LoadedList {
  const { api } = useAdmin();
  const query = asked(filter, visitorZone());
  const question = { ...query, sort, page: String(page), ...(size ? { pageSize: size } : {}) } as never;
  const list = useLoad(JSON.stringify(question), (signal) => api.call('GET /customers', { query: question, signal }));
  // Counting hundreds of thousands takes longer than showing the first of them.
  const isOpen = list.data?.more === true && !list.outdated;
  const count = useLoad(isOpen ? JSON.stringify(query) : '', async (signal) =>
    isOpen ? (await api.call('GET /customers/count', { query, signal })).total : null,
  );
  const counted = count.outdated ? null : (count.data ?? null);
  return {
    list,
    total: list.data && !list.data.more ? list.data.total : counted,
    reload: () => {
      list.reload();
      count.reload();
    },
  };
}
