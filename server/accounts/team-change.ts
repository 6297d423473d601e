import type { Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { AccountDeps } from './deps.js';
import type { Permissions } from './grant-rules.js';
import { accountById } from './queries.js';
import { accountPermissions } from './roles.js';
import { lockTeam } from './team-queries.js';

/** Who makes a change of the team, as they stand now that nobody else can change it. */
export interface Changer {
  accountId: number;
  permissions: Permissions;
  providerId: number | null;
}

/**
 * One change of accounts or roles: queued behind the others, by somebody whose rights are read anew, so that a right that was
 * taken away a moment ago is gone. A refusal for want of rights leaves a row in the trail (ATTACKS, oracle 3).
 */
export async function changeTeam<T>(
  deps: AccountDeps,
  actor: Actor,
  subject: string,
  work: (tx: Tx, changer: Changer, at: number) => Promise<T>,
): Promise<T> {
  const { db, clock, record } = deps;
  try {
    return await transact(db, async (tx) => {
      await lockTeam(tx);
      return work(tx, await changerOf(tx, actor), clock.now());
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') {
      await transact(db, (tx) =>
        record(tx, [{ at: clock.now(), actor, action: 'access.denied', subject, values: { reason: error.message } }]),
      );
      error.isOnRecord = true;
    }
    throw error;
  }
}

async function changerOf(tx: Tx, actor: Actor): Promise<Changer> {
  const account = actor.kind === 'account' ? await accountById(tx, actor.accountId) : null;
  if (account?.status !== 'active') throw new AppError('not_signed_in', 'Please sign in.');
  const permissions = accountPermissions(account);
  if (!permissions.has('accounts.edit')) throw new AppError('forbidden', 'Your account is not allowed to do this.');
  return { accountId: account.id, permissions, providerId: account.providerId };
}

export const moreThanYours = (): AppError =>
  new AppError('forbidden', 'This may do more than your own account, which therefore can’t change it.');

export const youLack = (permissions: readonly string[]): AppError =>
  new AppError('forbidden', 'You can’t give what your own account may not do.', { details: { lacking: permissions } });

export const lastOwner = (): AppError =>
  new AppError('conflict', 'This is the last active owner: make somebody else an owner first.', {
    details: { reason: 'last_owner' },
  });
