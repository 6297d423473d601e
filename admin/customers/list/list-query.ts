import type { AdminApi } from '../../admin-api.js';
import type { Query } from '../../kit/address.js';
import { pageOf } from '../../kit/address.js';

type ListQuery = NonNullable<AdminApi['GET /customers']['query']>;
export type FilterName = Exclude<keyof ListQuery, 'sort' | 'page' | 'pageSize' | 'zone'>;
export type Selection = AdminApi['POST /customers/bulk']['body']['selection'];
export type Filter = Partial<Record<FilterName, string>>;

const date = /^\d{4}-\d{2}-\d{2}$/;
const oneOf =
  (...values: string[]) =>
  (text: string): boolean =>
    values.includes(text);

/** What the address may say of a filter; anything else in it is left out. */
const filters: Record<FilterName, (text: string) => boolean> = {
  q: (text) => text.trim() !== '' && text.length <= 100,
  status: oneOf('trashed', 'all'),
  newsletter: oneOf('yes', 'no'),
  coming: oneOf('yes', 'no'),
  lastFrom: (text) => date.test(text),
  lastTo: (text) => date.test(text),
  createdFrom: (text) => date.test(text),
  createdTo: (text) => date.test(text),
  nationality: (text) => /^[A-Z]{2}$/.test(text),
  duplicates: oneOf('yes'),
  import: (text) => /^[1-9]\d{0,14}$/.test(text),
};
export const filterNames = Object.keys(filters) as FilterName[];

/** Those that the panel sets: search and status have places of their own. */
export const panelNames = filterNames.filter((name) => name !== 'q' && name !== 'status');

const sorts = ['match', 'name', 'number', 'created', 'email', 'phone', 'lastAppointment', 'trashed'];
export const pageSizes = ['10', '25', '50', '100', '200'];

export interface ListState {
  filter: Filter;
  /** As in the API: `name`, or `-name` for downwards. */
  sort: string;
  page: number;
  /** Rows on a page; null: as many as the settings say. */
  size: string | null;
}

/** What the address asks for. What it says wrongly is left out, so that no link leads to an error. */
export function readList(query: Query): ListState {
  const filter: Filter = {};
  for (const name of filterNames) {
    const text = query[name];
    if (text !== undefined && filters[name](text)) filter[name] = name === 'q' ? text.trim() : text;
  }
  const sort = query['sort'] ?? '';
  return {
    filter,
    sort: sorts.includes(sort.replace(/^-/, '')) ? sort : usualSort(filter),
    page: pageOf(query),
    size: pageSizes.includes(query['size'] ?? '') ? (query['size'] as string) : null,
  };
}

/** How a list is sorted until somebody says otherwise: by name, and a search with the best matches first. */
export const usualSort = ({ q }: Filter): string => (q === undefined ? 'name' : 'match');

/** A filter as the API takes it in a query; days are those of the zone. */
export const asked = (filter: Filter, zone: string): ListQuery =>
  ({ ...filter, ...(hasDays(filter) ? { zone } : {}) }) as ListQuery;

/** The same in a body. */
export function asMatching(filter: Filter, zone: string): Extract<Selection, { matching: unknown }>['matching'] {
  const { import: imported, ...rest } = asked(filter, zone);
  return { ...rest, ...(imported ? { import: Number(imported) } : {}) } as never;
}

const hasDays = (filter: Filter): boolean =>
  Boolean(filter.lastFrom ?? filter.lastTo ?? filter.createdFrom ?? filter.createdTo);
