import type { Knex } from 'knex';
import type { z } from 'zod';
import { fold } from '../customers/identity.js';
import type { Db } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { formatInstant } from '../lib/time-zone.js';
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

/** A text anywhere in a column; signs that mean something to LIKE stand for themselves. */
const containing = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`;

/** The invoices that an actor may see and a filter lets through. */
export function filtered(db: Db, actor: Actor, filter: Filter, today: string): Knex.QueryBuilder {
  const query = withinInvoices(db('invoices'), actor).whereNot('invoices.status', 'discarded');
  const { q, status, from, to, customer } = filter;
  if (customer !== undefined) query.where('invoices.customer_id', customer);
  if (from !== undefined) query.where('invoices.issue_day', '>=', from);
  if (to !== undefined) query.where('invoices.issue_day', '<=', to);
  if (status !== undefined) narrow(query, status, today);
  if (q)
    query.where((found) => {
      for (const text of new Set([q, q.toUpperCase()]))
        found.orWhereRaw("invoices.number LIKE ? ESCAPE '!'", [containing(text)]);
      found.orWhereIn('invoices.booking_id', db('bookings').where({ reference: q.toUpperCase() }).select('id'));
      found.orWhere((name) => {
        for (const word of fold(q).split(' ').slice(0, 4))
          name.whereRaw("invoices.search_name LIKE ? ESCAPE '!'", [containing(word)]);
      });
    });
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

/** A page of the list. */
export async function listInvoices(
  db: Db,
  actor: Actor,
  filter: Filter,
  today: string,
  { sort, page, pageSize }: Asked,
): Promise<{ items: Listed[]; total: number; page: number; pageSize: number }> {
  const order = sort.startsWith('-') ? 'desc' : 'asc';
  const column = columns[sort.replace('-', '') as (typeof sorts)[number]];
  const [counted, rows] = await Promise.all([
    filtered(db, actor, filter, today).count({ total: '*' }).first(),
    listed(filtered(db, actor, filter, today))
      .orderBy([
        { column, order },
        { column: 'invoices.id', order },
      ])
      .limit(pageSize)
      .offset((page - 1) * pageSize),
  ]);
  return { items: rows.map((row: ListedRow) => shown(row, today)), total: Number(counted?.total ?? 0), page, pageSize };
}

type ListedRow = InvoiceRow & { customer_name: string; reference: string | null };

export const listed = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query
    .join('customers as named', 'named.id', 'invoices.customer_id')
    .leftJoin('bookings as booked', 'booked.id', 'invoices.booking_id')
    .select('invoices.*', 'named.display_name as customer_name', 'booked.reference as reference');

export function shown(row: ListedRow, today: string): Listed {
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
