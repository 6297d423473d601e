import type { Db, Tx } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { AppError, notFound } from '../../lib/errors.js';
import { DAY } from '../../lib/time-zone.js';
import type { DateOrder } from './date-rules.js';
import type { Delimiter } from './delimiter-rules.js';
import type { Encoding } from './encoding.js';
import type { Mapping } from './fields.js';

export const importStatuses = [
  'staged',
  'checking',
  'checked',
  'running',
  'done',
  'cancelled',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What becomes of rows whose customer is known. `create` adds another one beside. */
export const policies = ['skip', 'fill_empty', 'overwrite', 'create'] as const;
export type Policy = (typeof policies)[number];

/**
 * Who counts as known. `person`: the same e-mail and name, as bookings recognise people; where a row has no e-mail, the same phone and
 * name; where it has neither, the same name of somebody who has neither. `either`: the same e-mail, or else the same phone.
 */
export const matchings = ['person', 'email', 'phone', 'either'] as const;
export type Matching = (typeof matchings)[number];

/** A row of `imports` as the database has it. */
export interface ImportRow {
  id: number;
  account_id: number;
  status: ImportStatus;
  file_name: string;
  bytes: number;
  encoding: Encoding;
  delimiter: Delimiter;
  header: 0 | 1;
  date_order: DateOrder;
  preset: string | null;
  remembered: 0 | 1;
  columns_read: string;
  head: string;
  mapping: string;
  policy: Policy;
  match_by: Matching;
  country: string;
  total: number;
  n_new: number;
  n_update: number;
  n_skip: number;
  n_error: number;
  n_done: number;
  n_removed: number;
  n_restored: number;
  n_kept: number;
  next_chunk: number;
  failure: string | null;
  lease_owner: string;
  lease_until: number;
  created_at: number;
  touched_at: number;
  finished_at: number | null;
  undone_at: number | null;
  pruned_at: number | null;
}

/** A column of a file: its name, and what stands in its first rows. */
export interface ReadColumn {
  name: string;
  samples: string[];
}

export const columnsOf = (row: ImportRow): ReadColumn[] => JSON.parse(row.columns_read);
export const headOf = (row: ImportRow): string[][] => JSON.parse(row.head);
export const mappingOf = (row: ImportRow): Mapping => JSON.parse(row.mapping);

/** How long an import can be undone, and how long what it read is kept. */
export const undoFor = 7 * DAY;

const isOwners = (actor: Actor): boolean => actor.kind === 'account' && actor.permissions.has('accounts.edit');
export const accountIdOf = (actor: Actor): number => (actor.kind === 'account' ? actor.accountId : 0);

/** Whether an import is the actor's: it belongs to the account that made it, and owners may see all (ATTACKS S100). */
export const isTheirs = (actor: Actor, row: Pick<ImportRow, 'account_id'>): boolean =>
  isOwners(actor) || row.account_id === accountIdOf(actor);

export const onlyTheirs = (actor: Actor): Record<string, number> =>
  isOwners(actor) ? {} : { account_id: accountIdOf(actor) };

/** An import of the actor's. AppError `not_found` for an unknown one and for somebody else's alike. */
export async function findImport(db: Db | Tx, actor: Actor, id: number): Promise<ImportRow> {
  const row: ImportRow | undefined = await db('imports').where({ id }).first();
  if (!row || !isTheirs(actor, row)) throw notFound();
  return row;
}

/** The answer to a request that an import's state does not allow. */
export const wrongState = ({ status }: Pick<ImportRow, 'status'>): AppError =>
  new AppError('conflict', `This import is ${status}.`, { details: { reason: 'status', status } });

/** As `wrongState`, with what the import is now. */
export async function refuseState(db: Db | Tx, actor: Actor, id: number): Promise<never> {
  throw wrongState(await findImport(db, actor, id));
}
