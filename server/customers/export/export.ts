import type { z } from 'zod';
import type { RecordAudit } from '../../audit/record.js';
import type { Db } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import type { Clock } from '../../lib/clock.js';
import type { Download } from '../../lib/endpoint.js';
import { AppError, notFound } from '../../lib/errors.js';
import type { FieldCipher } from '../../lib/field-cipher.js';
import type { Random } from '../../lib/ids.js';
import { makeToken, sha256 } from '../../lib/ids.js';
import { formatInstant, MINUTE } from '../../lib/time-zone.js';
import { assertMayList } from '../list/filter.js';
import { maySeeTrash } from '../record/find.js';
import { scopeOf } from '../scope.js';
import { toldSelection } from '../told-selection.js';
import { columnOf, sensitiveFieldOf } from './columns.js';
import { csvLines, delimiters } from './csv-line.js';
import { exportRows } from './rows.js';
import type { exportWish } from './schema.js';
import type { Reach } from './selected.js';
import { countSelected } from './selected.js';

export interface ExportDeps {
  db: Db;
  clock: Clock;
  random: Random;
  record: RecordAudit;
  cipher: FieldCipher;
}

export type ExportWish = z.output<typeof exportWish>;

/** A ticket is used at once by the page that asked for it; a link that lies about opens nothing. */
const ticketLives = 2 * MINUTE;

const reachOf = (actor: Actor, { selection }: ExportWish): Reach => ({
  selection,
  scope: scopeOf(actor),
  seesTrash: maySeeTrash(actor),
});

/** AppError `forbidden` for the trash, or for sensitive columns, of somebody who may not see them. */
function assertMayExport(actor: Actor, { selection, columns }: ExportWish): void {
  if ('matching' in selection) assertMayList(actor, selection.matching);
  const sensitive = columns.some((name) => sensitiveFieldOf(name) !== null);
  if (sensitive && !(actor.kind === 'account' && actor.permissions.has('customers.view_sensitive')))
    throw new AppError('forbidden', 'Your account is not allowed to export sensitive fields.', { field: 'columns' });
}

/** Keeps a wish for the one download that follows (ATTACKS S92). Answers its ticket and how many customers it will hold. */
export async function prepareExport(
  { db, clock, random }: ExportDeps,
  actor: Actor,
  wish: ExportWish,
): Promise<{ id: string; count: number }> {
  assertMayExport(actor, wish);
  const owner = accountOf(actor);
  const now = clock.now();
  const count = await countSelected(db, reachOf(actor, wish), now);
  const id = makeToken(random);
  await transact(db, async (tx) => {
    await tx('export_tickets').where('expires_at', '<=', now).delete();
    await tx('export_tickets').insert({
      ...owner,
      ticket_hash: sha256(id),
      wish: JSON.stringify({ ...wish, count }),
      expires_at: now + ticketLives,
    });
  });
  return { id, count };
}

/**
 * Begins the download of a ticket, which then opens nothing any more. AppError `not_found` for one that is unknown, used, over, or
 * another session's: all alike. What the account may is looked at again.
 */
export async function beginExport(deps: ExportDeps, actor: Actor, id: string): Promise<Download> {
  const { db, clock, record } = deps;
  const now = clock.now();
  const ticket = { ...accountOf(actor), ticket_hash: sha256(id), used_at: 0 };
  const wish = await transact(db, async (tx) => {
    const row: { wish: string } | undefined = await tx('export_tickets')
      .where(ticket)
      .where('expires_at', '>', now)
      .first('wish');
    // What was searched for is somebody's name: it goes as soon as it has served.
    const used = row && (await tx('export_tickets').where(ticket).update({ used_at: now, wish: '{}' }));
    if (!row || used === 0) throw notFound();
    const kept = JSON.parse(row.wish) as ExportWish & { count: number };
    assertMayExport(actor, kept);
    const { selection, columns, count } = kept;
    const values = { of: toldSelection(selection), columns, count };
    await record(tx, [{ at: now, actor, action: 'customers.exported', subject: 'customers', values }]);
    return kept;
  });
  return {
    media: 'text/csv; charset=utf-8; header=present',
    fileName: `customers-${formatInstant(now).slice(0, 10)}.csv`,
    body: fileOf(deps, reachOf(actor, wish), wish, now),
  };
}

async function* fileOf(deps: ExportDeps, reach: Reach, wish: ExportWish, now: number): AsyncGenerator<string> {
  const columns = wish.columns.map(columnOf);
  const delimiter = delimiters[wish.delimiter];
  const kinds = columns.map(({ kind }) => kind);
  yield `${wish.bom ? '\ufeff' : ''}${columns.map(({ header }) => header).join(delimiter)}\r\n`;
  for await (const rows of exportRows(deps, reach, wish.columns, now)) yield csvLines(rows, kinds, delimiter, 1);
}

function accountOf(actor: Actor): { account_id: number; session_hash: string } {
  if (actor.kind !== 'account') throw new AppError('not_signed_in', 'Please sign in.');
  return { account_id: actor.accountId, session_hash: actor.sessionHash };
}
