import type { AdminApi } from '../../server/api.js';
import type { Query } from '../kit/address.js';
import { pageOf } from '../kit/address.js';

export type Filter = NonNullable<AdminApi['GET /invoices/totals']['query']>;
type ListQuery = NonNullable<AdminApi['GET /invoices']['query']>;

export const statuses = ['draft', 'open', 'overdue', 'paid', 'void', 'credit_note'] as const;
const sorts = ['created', 'number', 'day', 'total'];
/** The newest first. */
export const usualSort = '-created';

export interface ListState {
  filter: Filter;
  sort: NonNullable<ListQuery['sort']>;
  page: number;
}

const date = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks for. What it says wrongly is left out, so that no link leads to an error. */
export function readList(query: Query): ListState {
  const filter: Filter = {};
  const { q = '', status, from = '', to = '', customer = '', sort = '' } = query;
  if (q.trim() !== '' && q.length <= 100) filter.q = q.trim();
  const known = statuses.find((each) => each === status);
  if (known) filter.status = known;
  if (date.test(from)) filter.from = from;
  if (date.test(to)) filter.to = to;
  if (/^[1-9]\d{0,14}$/.test(customer)) filter.customer = customer;
  return {
    filter,
    sort: (sorts.includes(sort.replace('-', '')) ? sort : usualSort) as ListState['sort'],
    page: pageOf(query),
  };
}

/** Where the file of a list is. */
export const exportAddress = (filter: Filter): string =>
  `/api/v1/admin/invoices/export?${new URLSearchParams(filter as Record<string, string>)}`;
