import type { Tx } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { dropKeys } from './account-keys.js';
import type { TeamDeps } from './deps.js';
import { foldEmail } from './fold-email.js';
import type { CheckPassword } from './own-account.js';
import { accountToChange, countInvitation, invite, isActiveOwner, shownRow } from './team.js';
import { changeTeam, lastOwner } from './team-change.js';
import type { TeamRow } from './team-queries.js';
import { anotherOwner, endSessionsOf } from './team-queries.js';
import type { Invitation, TeamAccount } from './team-schema.js';

/**
 * Invites once more, or to another address: the one way in which the address of an account changes. The new address must prove
 * itself by following the link, the password of before no longer counts, sessions end and the old address is told. Changing an
 * address asks for the changer's own password (ATTACKS S79). AppErrors: `conflict` for an account that is disabled, that has a
 * password and no new address, whose new address is in use, or that is the last owner; `too_many_requests`.
 */
export async function inviteAgain(
  deps: TeamDeps,
  checkOwn: CheckPassword,
  request: { actor: Actor; id: number; ip: string } & Invitation,
): Promise<TeamAccount> {
  const { actor, id, email, currentPassword, ip } = request;
  if (email !== undefined) await checkOwn(actor, currentPassword ?? '', ip);
  await countInvitation(deps, actor, [`account:${id}`, ...(email === undefined ? [] : [foldEmail(email)])]);
  const account = await changeTeam(deps, actor, `account:${id}`, async (tx, changer, at) => {
    const row = await accountToChange(tx, changer, id);
    if (row.status === 'disabled') throw new AppError('conflict', 'This account is disabled.');
    if (email !== undefined) await moveTo(deps, tx, row, email, at);
    else if (row.status === 'active')
      throw new AppError('conflict', 'This account has a password already.', { details: { reason: 'active' } });
    await invite(deps, tx, id, at);
    const values = email === undefined ? {} : { email: { from: row.email, to: email } };
    await deps.record(tx, [{ at, actor, action: 'account.invited', subject: `account:${id}`, values }]);
    return shownRow(tx, id, changer);
  });
  deps.nudge();
  return account;
}

async function moveTo(deps: TeamDeps, tx: Tx, row: TeamRow, email: string, at: number): Promise<void> {
  const { id } = row;
  if (isActiveOwner(row) && !(await anotherOwner(tx, id))) throw lastOwner();
  try {
    await tx('accounts')
      .where({ id })
      .update({ email, email_folded: foldEmail(email), password_hash: '', status: 'invited' });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new AppError('conflict', 'There is an account with this e-mail address.', { field: 'email' });
  }
  await endSessionsOf(tx, id);
  await dropKeys(tx, id);
  if (row.status === 'active')
    await deps.announce(tx, at, {
      event: 'account.address_changed',
      payload: { accountId: id, formerEmail: row.email },
    });
}
