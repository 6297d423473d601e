import type { z } from 'zod';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { actorLabel } from '../../lib/actor.js';
import type { Handlers } from '../../lib/endpoint.js';
import { findActiveCustomer } from '../record/find.js';
import type { customerRecord } from '../record/schema.js';
import { scopeOf } from '../scope.js';
import { differingFields } from './merge-fields.js';
import type { MergeDeps } from './merging.js';
import { mergeCustomers } from './merging.js';
import { countPairs, dismissPair, readPairs } from './pairs-queries.js';
import type { duplicateEndpoints } from './schema.js';
import { undoMerge } from './undoing.js';

export interface DuplicateDeps extends MergeDeps {
  /** A customer as the record shows it. */
  view(actor: Actor, number: number): Promise<z.output<typeof customerRecord>>;
}

const usualPage = 25;

export const duplicateHandlers = (deps: DuplicateDeps): Handlers<typeof duplicateEndpoints> => ({
  'GET /customers/duplicates': async ({ actor, query }) => {
    const { customer, page = 1, pageSize = usualPage } = query;
    const scope = scopeOf(actor);
    const total = await countPairs(deps.db, scope, customer);
    const limits = { limit: pageSize, offset: (page - 1) * pageSize };
    return { items: await readPairs(deps.db, scope, customer, limits), total, page, pageSize };
  },

  'POST /customers/duplicates/dismissal': async ({ actor, body }) => {
    const [low, high] = [...body.numbers].sort((left, right) => left - right) as [number, number];
    await transact(deps.db, async (tx) => {
      await findActiveCustomer(tx, actor, low);
      await findActiveCustomer(tx, actor, high);
      const at = deps.clock.now();
      if (!(await dismissPair(tx, low, high, at, actorLabel(actor)))) return;
      await deps.record(tx, [
        { at, actor, action: 'customer.told_apart', subject: `customer:${low}`, values: { other: high } },
        { at, actor, action: 'customer.told_apart', subject: `customer:${high}`, values: { other: low } },
      ]);
    });
    return null;
  },

  'GET /customers/:number/merge': async ({ actor, params, query }) => {
    const kept = await findActiveCustomer(deps.db, actor, params.number);
    const gone = await findActiveCustomer(deps.db, actor, query.other);
    const count = async (table: string): Promise<number> => {
      const row = await deps.db(table).where({ customer_id: gone.id }).count({ count: '*' }).first();
      return Number(row?.['count'] ?? 0);
    };
    return {
      kept: await deps.view(actor, kept.id),
      gone: await deps.view(actor, gone.id),
      fields: differingFields(kept, gone),
      moves: {
        bookings: await count('bookings'),
        notes: await count('customer_notes'),
        messages: await count('messages'),
      },
    };
  },

  'POST /customers/:number/merge': async ({ actor, params, body }) => {
    const mergeId = await mergeCustomers(deps, actor, {
      kept: params.number,
      gone: body.other,
      keptVersion: body.version,
      goneVersion: body.otherVersion,
      take: body.take,
    });
    return { mergeId, record: await deps.view(actor, params.number) };
  },

  'POST /customers/merges/:id/undo': ({ actor, params }) => undoMerge(deps, actor, params.id),
});
