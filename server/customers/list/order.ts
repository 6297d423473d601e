import type { Db } from '../../db/connect.js';
import { dialectOf } from '../../db/connect.js';

/**
 * What a list can be sorted by: an allow list (ATTACKS S31). `key` are the columns, `index` is the one that begins with the status
 * and goes on with them; both databases keep the id at the end of an index. Without a value comes first, backwards last.
 */
export const orders = {
  /** By name, those first whose name begins with what is searched for (`findBestMatches`). */
  match: { key: ['sort_name', 'id'], index: 'customers_name_text' },
  name: { key: ['sort_name', 'id'], index: 'customers_name_text' },
  number: { key: ['id'], index: 'customers_status' },
  created: { key: ['created_at', 'id'], index: 'customers_status_created' },
  email: { key: ['email_folded', 'sort_name', 'id'], index: 'customers_email_name' },
  phone: { key: ['phone_e164', 'sort_name', 'id'], index: 'customers_phone_name' },
  lastAppointment: { key: ['last_start_at', 'id'], index: 'customers_status_last' },
  trashed: { key: ['trashed_at', 'id'], index: 'customers_status_trashed' },
} as const satisfies Record<string, { key: readonly string[]; index: string }>;

export type OrderName = keyof typeof orders;

export interface Order {
  by: OrderName;
  descending: boolean;
}

export const customerSorts = [
  'match',
  'name',
  '-name',
  'number',
  '-number',
  'created',
  '-created',
  'email',
  '-email',
  'phone',
  '-phone',
  'lastAppointment',
  '-lastAppointment',
  'trashed',
  '-trashed',
] as const;
export type CustomerSort = (typeof customerSorts)[number];

export const orderOf = (sort: CustomerSort): Order => ({
  by: sort.replace('-', '') as OrderName,
  descending: sort.startsWith('-'),
});

export const keyOf = ({ by }: Order): readonly string[] => orders[by].key;

/** `sort_name DESC, id DESC` */
export const orderBy = (order: Order): string =>
  keyOf(order)
    .map((column) => `${column} ${order.descending ? 'DESC' : 'ASC'}`)
    .join(', ');

/** Makes the database go through the order's index, where its own guess may be to sort everything. The one place that says so. */
export const through = (db: Db, { by }: Order): string =>
  dialectOf(db) === 'mysql' ? `FORCE INDEX (${orders[by].index})` : `INDEXED BY ${orders[by].index}`;

/** The left table first, then the other row by row. */
export const thenJoin = (db: Db): string => (dialectOf(db) === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN');
