import type { ColumnKind } from '../customers/export/columns.js';
import type { Cell } from '../customers/export/csv-line.js';
import { csvLines } from '../customers/export/csv-line.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { breather } from '../lib/courtesy.js';
import type { Download } from '../lib/endpoint.js';
import type { InvoiceDeps } from './deps.js';
import { todayOf } from './issuing.js';
import type { Filter, NamedRow } from './listing.js';
import { filtered, named } from './listing.js';
import type { InvoiceRow } from './rows.js';
import { recipientOf, taxesOf } from './rows.js';

/** The heads never change and are in no language: the books' program reads them. Amounts have a point and their sign. */
const columns: readonly [header: string, kind: ColumnKind, cell: (row: NamedRow) => Cell][] = [
  ['Number', 'text', (row) => row.number],
  ['Kind', 'plain', (row) => row.kind],
  ['Status', 'plain', (row) => row.status],
  ['Issued', 'plain', (row) => row.issue_day],
  ['Due', 'plain', (row) => row.due_day],
  ['Paid', 'plain', (row) => row.paid_day],
  ['Method', 'plain', (row) => row.paid_method],
  ['Customer number', 'plain', (row) => row.customer_id],
  ['Customer', 'text', (row) => row.customer_name],
  ['Recipient', 'text', (row) => recipientOf(row)?.name],
  ['Recipient tax number', 'text', (row) => recipientOf(row)?.taxId],
  ['Booking', 'plain', (row) => row.reference],
  ['Currency', 'plain', (row) => row.currency],
  ['Net', 'plain', (row) => decimal(row, row.net_minor)],
  ['Tax', 'plain', (row) => decimal(row, row.tax_minor)],
  ['Total', 'plain', (row) => decimal(row, row.total_minor)],
  ['Tax by rate', 'text', (row) => taxes(row)],
];

const page = 500;

/** The invoices of a list as CSV (RFC 4180), each cell safe in a spreadsheet, piece by piece. That it was made stands in the trail. */
export async function exportInvoices(deps: InvoiceDeps, actor: Actor, filter: Filter): Promise<Download> {
  const { db, clock, record } = deps;
  const today = await todayOf(deps);
  const values = { filtered: Object.keys(filter).filter((name) => filter[name as keyof Filter] !== undefined) };
  await transact(db, (tx) =>
    record(tx, [{ at: clock.now(), actor, action: 'invoices.exported', subject: 'invoices', values }]),
  );
  async function* body(): AsyncGenerator<string> {
    yield `\ufeff${columns.map(([header]) => header).join(',')}\r\n`;
    const breathe = breather();
    for (let last = 0; ; ) {
      const rows = await filtered(db, actor, filter, today)
        .where('invoices.id', '>', last)
        .orderBy('invoices.id')
        .limit(page)
        .select('invoices.*');
      const cells = (await named(db, rows)).map((row) => columns.map(([, , cell]) => cell(row)));
      yield csvLines(
        cells,
        columns.map(([, kind]) => kind),
        ',',
      );
      if (rows.length < page) return;
      last = rows.at(-1)?.id ?? 0;
      await breathe();
    }
  }
  return { media: 'text/csv; charset=utf-8; header=present', fileName: `invoices-${today}.csv`, body: body() };
}

function decimal({ kind, currency }: InvoiceRow, minor: number): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  const sign = kind === 'credit_note' && minor > 0 ? '-' : '';
  const text = String(minor).padStart((digits ?? 2) + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -(digits ?? 2))}.${text.slice(-(digits ?? 2))}`;
}

/** `23%: 100.00 + 23.00; 6%: 10.00 + 0.60` */
const taxes = (row: InvoiceRow): string =>
  taxesOf(row)
    .map(
      ({ basisPoints, netMinor, taxMinor }) =>
        `${basisPoints / 100}%: ${decimal(row, netMinor)} + ${decimal(row, taxMinor)}`,
    )
    .join('; ');
