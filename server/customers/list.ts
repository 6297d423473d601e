import type { z } from 'zod';
import type { Db } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';
import { formatInstant } from '../lib/time-zone.js';
import type { CustomerSort } from './list-queries.js';
import { countCustomers, readCustomers, visitsOf } from './list-queries.js';
import { listTerms } from './list-terms.js';
import type { customerRow, customerSorts } from './schema.js';

export interface CustomerListDeps {
  db: Db;
  clock: Clock;
}

export interface CustomerListQuestion {
  q?: string | undefined;
  sort?: (typeof customerSorts)[number] | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

export interface CustomerPage {
  items: z.output<typeof customerRow>[];
  total: number;
  page: number;
  pageSize: number;
}

/** A page of the customer list: those who booked on the site and those added by staff alike (A006). */
export async function listCustomers(deps: CustomerListDeps, question: CustomerListQuestion): Promise<CustomerPage> {
  const { db, clock } = deps;
  const { q = '', sort = 'name', page = 1, pageSize = 25 } = question;
  const terms = listTerms(q);
  const total = await countCustomers(db, terms);
  const order = { by: sort.replace('-', '') as CustomerSort, descending: sort.startsWith('-') };
  const rows = await readCustomers(db, terms, order, { limit: pageSize, offset: (page - 1) * pageSize });
  const visits = await visitsOf(
    db,
    rows.map((row) => row.id),
    clock.now(),
  );
  const items = rows.map((row) => {
    const visit = visits.get(row.id);
    return {
      number: row.id,
      name: row.display_name,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
      phone: row.phone,
      createdAt: formatInstant(row.created_at),
      lastAppointmentAt: visit?.last ? formatInstant(visit.last) : null,
      appointments: visit?.appointments ?? 0,
    };
  });
  return { items, total, page, pageSize };
}
