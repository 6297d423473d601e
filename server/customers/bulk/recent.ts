import type { Actor } from '../../lib/actor.js';
import { actorLabel } from '../../lib/actor.js';
import { formatInstant } from '../../lib/time-zone.js';
import type { BulkDeps } from './deps.js';
import type { RecentBulkAction } from './schema.js';
import { bulkActions } from './schema.js';
import type { BulkRow } from './undoing.js';
import { mayUndo, undoable } from './undoing.js';

/** Most that are listed; who does more than that in a day looks for the latest. */
const mostListed = 30;

/**
 * What was done to many customers within the last 24 hours, newest first: of one's own all, of others' what one may undo. `customers`
 * is how many were changed; while it is still going on, how many are by now.
 */
export async function recentBulkActions({ db, clock }: BulkDeps, actor: Actor): Promise<RecentBulkAction[]> {
  const ofOthers = bulkActions.filter((action) => mayUndo(actor, { action, by: '' }));
  const listed: BulkRow[] = await db('bulk_actions')
    .where('created_at', '>', clock.now() - undoable)
    .andWhere((one) => one.where({ by: actorLabel(actor) }).orWhereIn('action', ofOthers))
    .orderBy('id', 'desc')
    .limit(mostListed)
    .select('id', 'action', 'by', 'created_at', 'undone_at');
  const [names, counts] = [await namesOf(db, listed), await countsOf(db, listed)];
  return listed
    .map((row) => ({
      id: row.id,
      action: row.action,
      account: names.get(row.by) ?? null,
      at: formatInstant(row.created_at),
      customers: counts.get(row.id) ?? 0,
      undoneAt: row.undone_at === null ? null : formatInstant(row.undone_at),
      undoUntil: row.undone_at === null && mayUndo(actor, row) ? formatInstant(row.created_at + undoable) : null,
    }))
    .filter(({ customers }) => customers > 0);
}

async function namesOf(db: BulkDeps['db'], rows: readonly BulkRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ by }) => /^account:(\d+)$/.exec(by)?.[1] ?? []);
  const accounts: { id: number; name: string }[] = await db('accounts')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'name');
  return new Map(accounts.map(({ id, name }) => [`account:${id}`, name]));
}

/** The trail says how many it was, also when it is undone; until it does, there are the rows. */
async function countsOf(db: BulkDeps['db'], rows: readonly BulkRow[]): Promise<Map<number, number>> {
  const subjects = rows.map(({ id }) => `bulk:${id}`);
  const trail: { subject: string; values: string }[] = await db('audit')
    .whereIn('subject', subjects)
    .where('action', 'customers.bulk')
    .select('subject', 'values');
  const counts = new Map(
    trail.map(({ subject, values }) => [Number(subject.slice(5)), Number(JSON.parse(values).done)]),
  );
  const going = rows.map(({ id }) => id).filter((id) => !counts.has(id));
  const changed: { bulk_id: number; count: number | string }[] = await db('bulk_action_rows')
    .whereIn('bulk_id', going)
    .groupBy('bulk_id')
    .select('bulk_id')
    .count({ count: '*' });
  for (const { bulk_id, count } of changed) counts.set(bulk_id, Number(count));
  return counts;
}
