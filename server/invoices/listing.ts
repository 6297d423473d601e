import type { Knex } from 'knex';
import type { z } from 'zod';
import { fold } from '../customers/identity.js';
import type { Db } from '../db/connect.js';
import { dialectOf } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { formatInstant } from '../lib/time-zone.js';
import { numberText } from './number-rules.js';
import type { InvoiceRow } from './rows.js';
import type { invoiceEndpoints, listStatuses, sorts } from './schema.js';
import { withinInvoices } from './scope.js';
import type { listedInvoice } from './shapes.js';
import { isOverdue } from './viewing.js';

export interface Filter {
  q?: string | undefined;
  status?: (typeof listStatuses)[number] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  customer?: number | undefined;
}

type Listed = z.output<typeof listedInvoice>;
type Totals = z.output<(typeof invoiceEndpoints)['GET /invoices/totals']['answer']>['items'];

/** Signs that mean something to LIKE stand for themselves. */
const literally = (text: string): string => text.replace(/[!%_]/g, '!$&');

/** Numbers have digits and names rarely do: what has one is looked for among numbers and references, which their indexes find at once. */
function search(db: Db, query: Knex.QueryBuilder, q: string): void {
  if (!/\d/.test(q)) {
    for (const word of fold(q).split(' ').slice(0, 4))
      query.whereRaw("invoices.search_name LIKE ? ESCAPE '!'", [`%${literally(word)}%`]);
    return;
  }
  query.where((found) => {
    for (const text of new Set([q, q.toUpperCase()]))
      found.orWhereRaw("invoices.number LIKE ? ESCAPE '!'", [`${literally(text)}%`]);
    found.orWhereIn('invoices.booking_id', db('bookings').where({ reference: q.toUpperCase() }).select('id'));
    // “42” is the forty-second of any series.
    if (/^\d{1,9}$/.test(q))
      found.orWhereIn(
        'invoices.number',
        db('invoice_series').select(db.raw(concatenated(db), ['prefix', numberText('', Number(q))])),
      );
  });
}

const concatenated = (db: Db): string => (dialectOf(db) === 'mysql' ? 'CONCAT(??, ?)' : '?? || ?');

/** The invoices that an actor may see and a filter lets through. */
export function filtered(db: Db, actor: Actor, filter: Filter, today: string): Knex.QueryBuilder {
  const query = withinInvoices(db('invoices'), actor).whereNot('invoices.status', 'discarded');
  const { q, status, from, to, customer } = filter;
  if (customer !== undefined) query.where('invoices.customer_id', customer);
  if (from !== undefined) query.where('invoices.issue_day', '>=', from);
  if (to !== undefined) query.where('invoices.issue_day', '<=', to);
  if (status !== undefined) narrow(query, status, today);
  if (q) search(db, query, q);
  return query;
}

function narrow(query: Knex.QueryBuilder, status: (typeof listStatuses)[number], today: string): void {
  if (status === 'credit_note') query.where('invoices.kind', 'credit_note');
  else query.where('invoices.kind', 'invoice').where('invoices.status', stored[status]);
  if (status === 'overdue') query.where('invoices.due_day', '<', today);
}

const stored = { draft: 'draft', open: 'issued', overdue: 'issued', paid: 'paid', void: 'void' } as const;

const columns: Record<(typeof sorts)[number], string> = {
  created: 'invoices.id',
  number: 'invoices.number',
  day: 'invoices.issue_day',
  total: 'invoices.total_minor',
};

export interface Asked {
  sort: string;
  page: number;
  pageSize: number;
}

/** Counting goes so far: beyond, a list says that there are more. */
const mostCounted = 10_000;

interface ListPage {
  items: Listed[];
  total: number;
  more: boolean;
  page: number;
  pageSize: number;
}

/** A page of the list. `total` stops at 10,000, and `more` says so. */
export async function listInvoices(
  db: Db,
  actor: Actor,
  filter: Filter,
  today: string,
  { sort, page, pageSize }: Asked,
): Promise<ListPage> {
  const order = sort.startsWith('-') ? 'desc' : 'asc';
  const column = columns[sort.replace('-', '') as (typeof sorts)[number]];
  const some = filtered(db, actor, filter, today)
    .select('invoices.id')
    .limit(mostCounted + 1);
  const [counted, rows] = await Promise.all([
    db.from(some.as('counted')).count({ total: '*' }).first(),
    filtered(db, actor, filter, today)
      // Numbers are unique, and their index has no id behind them.
      .orderBy([{ column, order }, ...(/id|number/.test(column) ? [] : [{ column: 'invoices.id', order }])])
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .select('invoices.*'),
  ]);
  const total = Number(counted?.['total'] ?? 0);
  return {
    items: (await named(db, rows)).map((row) => shown(row, today)),
    total: Math.min(total, mostCounted),
    more: total > mostCounted,
    page,
    pageSize,
  };
}

export type NamedRow = InvoiceRow & { customer_name: string; reference: string | null };

/** With the names of customers and bookings, asked for by their ids: a join would tempt a database to sort all of them. */
export async function named(db: Db, rows: readonly InvoiceRow[]): Promise<NamedRow[]> {
  const lookUp = async (table: string, column: string, ids: (number | null)[]): Promise<Map<number, string>> => {
    const wanted = [...new Set(ids.filter((id): id is number => id !== null))];
    const found: { id: number; name: string }[] =
      wanted.length === 0 ? [] : await db(table).whereIn('id', wanted).select('id', `${column} as name`);
    return new Map(found.map(({ id, name }) => [id, name]));
  };
  const [customers, bookings] = await Promise.all([
    lookUp(
      'customers',
      'display_name',
      rows.map((row) => row.customer_id),
    ),
    lookUp(
      'bookings',
      'reference',
      rows.map((row) => row.booking_id),
    ),
  ]);
  return rows.map((row) => ({
    ...row,
    customer_name: customers.get(row.customer_id) ?? '',
    reference: bookings.get(row.booking_id ?? 0) ?? null,
  }));
}

export function shown(row: NamedRow, today: string): Listed {
  return {
    ...{ id: row.id, kind: row.kind, status: row.status, number: row.number, reference: row.reference },
    customer: { number: row.customer_id, name: row.customer_name },
    currency: row.currency,
    totalMinor: row.kind === 'credit_note' ? 0 - row.total_minor : row.total_minor,
    ...{ issueDay: row.issue_day, dueDay: row.due_day, overdue: isOverdue(row, today), paidDay: row.paid_day },
    createdAt: formatInstant(row.created_at),
  };
}

/** What a list comes to, by currency. A void invoice and its credit note come to nothing together; drafts don't count. */
export async function totalsOf(db: Db, actor: Actor, filter: Filter, today: string): Promise<Totals> {
  const rows: Record<string, string | number>[] = await filtered(db, actor, filter, today)
    .whereNot('invoices.status', 'draft')
    .groupBy('invoices.currency', 'invoices.kind', 'invoices.status')
    .select('invoices.currency', 'invoices.kind', 'invoices.status')
    .count({ count: '*' })
    .sum({ net: 'invoices.net_minor', tax: 'invoices.tax_minor', total: 'invoices.total_minor' });
  const byCurrency = new Map<string, Totals[number]>();
  for (const row of rows) {
    const currency = String(row['currency']);
    const sums = byCurrency.get(currency) ?? {
      ...{ currency, invoices: 0, netMinor: 0, taxMinor: 0, totalMinor: 0, paidMinor: 0, openMinor: 0 },
    };
    byCurrency.set(currency, sums);
    const sign = row['kind'] === 'credit_note' ? -1 : 1;
    const total = Number(row['total']);
    if (sign === 1) sums.invoices += Number(row['count']);
    sums.netMinor += sign * Number(row['net']);
    sums.taxMinor += sign * Number(row['tax']);
    sums.totalMinor += sign * total;
    if (row['status'] === 'paid') sums.paidMinor += total;
    if (sign === 1 && row['status'] === 'issued') sums.openMinor += total;
  }
  return [...byCurrency.values()].sort((one, other) => (one.currency < other.currency ? -1 : 1));
}
