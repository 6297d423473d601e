import type { Knex } from 'knex';
import { z } from 'zod';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { day, id, idText, timeZone } from '../../lib/fields.js';
import { maySeeTrash } from '../record/find.js';
import { constraintsOf } from './constraints.js';

const yesOrNo = z.enum(['yes', 'no']);

const fields = {
  /** What is searched for: any words of the name in any order, e-mail, phone in any format, customer number (A057). */
  q: z.string().trim().max(100).optional(),
  /** `active` when absent. The trash is for those who have business there (`maySeeTrash`). */
  status: z.enum(['active', 'trashed', 'all']).optional(),
  newsletter: yesOrNo.optional(),
  /** Has an appointment that has not begun. */
  coming: yesOrNo.optional(),
  /** Days, inclusive, of the last appointment that has begun. */
  lastFrom: day.optional(),
  lastTo: day.optional(),
  createdFrom: day.optional(),
  createdTo: day.optional(),
  /** Where those days begin and end; UTC when absent. */
  zone: timeZone.optional(),
  nationality: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code such as PT')
    .optional(),
  /** Those who may be somebody who is there already. */
  duplicates: z.enum(['yes']).optional(),
};

/** The filter of a list as fields of a query string, to spread into a strict object. */
export const filterQuery = { ...fields, import: idText.optional() };

/** The same filter in a JSON body. */
export const filterBody = z.strictObject({ ...fields, import: id.optional() });

/** Which customers a list shows. Everything absent: all that are active. */
export type ListFilter = z.output<typeof filterBody>;

/** AppError `forbidden` when the filter asks for the trash and the actor has no business there (ATTACKS S13, S16). */
export function assertMayList(actor: Actor, filter: ListFilter): void {
  if ((filter.status ?? 'active') === 'active' || maySeeTrash(actor)) return;
  throw new AppError('forbidden', 'Your account is not allowed to look into the trash.');
}

/** The statuses that a filter lists. Merged and erased customers are in no list. */
export const statusesOf = ({ status = 'active' }: ListFilter): readonly string[] =>
  status === 'all' ? ['active', 'trashed'] : [status];

/**
 * Narrows a query over `customers` to a filter, whatever the query is for. `now` is epoch ms. The scope of the actor is
 * `withinScope`, apart from this.
 */
export function narrowToFilter(query: Knex.QueryBuilder, filter: ListFilter, now: number): Knex.QueryBuilder {
  query.whereIn('customers.status', [...statusesOf(filter)]);
  for (const { check } of constraintsOf(filter, now)) query.whereRaw(check.sql, [...check.bindings]);
  return query;
}
