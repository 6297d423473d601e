import { changedValues } from '../audit/changes.js';
import type { Tx } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import { formatInstant } from '../lib/time-zone.js';
import { dropKeys, issueKey } from './account-keys.js';
import { createAttempts, invitedLimits, inviterLimits } from './attempts.js';
import type { TeamDeps } from './deps.js';
import { foldEmail } from './fold-email.js';
import type { Linker } from './grant-rules.js';
import { lacking, mayLink, reaches } from './grant-rules.js';
import { refuseWeakPassword } from './password-rules.js';
import { insertAccount } from './queries.js';
import { accountPermissions, builtInRoles, ownRole, permissionsOf, readPermissions } from './roles.js';
import type { Changer } from './team-change.js';
import { changeTeam, lastOwner, moreThanYours, youLack } from './team-change.js';
import type { TeamRow } from './team-queries.js';
import { anotherOwner, endSessionsOf, ownRoleRow, providerExists, teamRow, teamRows } from './team-queries.js';
import type { AccountChange, NewAccount, TeamAccount } from './team-schema.js';

/** The accounts by name, as the one who asks sees them. */
export async function listTeam({ db }: Pick<TeamDeps, 'db'>, own: Linker): Promise<TeamAccount[]> {
  const rows = await teamRows(db);
  const owners = rows.filter(isActiveOwner).length;
  return rows.map((row) => shown(row, own, owners === 1));
}

/** Adds an account; without a password, an invitation is announced. AppErrors: `conflict` for an address in use, `forbidden`, `too_many_requests`. */
export async function addAccount(deps: TeamDeps, actor: Actor, given: NewAccount): Promise<TeamAccount> {
  const { name, email, providerId, password } = given;
  if (password !== null) refuseWeakPassword(password, [await deps.businessName(), email, name]);
  if (password === null) await countInvitation(deps, actor, [foldEmail(email)]);
  const passwordHash = password === null ? '' : await deps.passwords.hash(password);
  const added = await changeTeam(deps, actor, 'account', async (tx, changer, at) => {
    const role = await grantedRole(tx, changer, given.role);
    await checkLink(tx, changer, providerId);
    const status = password === null ? 'invited' : 'active';
    const account = { name, email, ...role, providerId, status };
    const id = await insertOnce(tx, { ...account, emailFolded: foldEmail(email), passwordHash, createdAt: at });
    const values = { name, email, role: given.role, providerId, status };
    await deps.record(tx, [{ at, actor, action: 'account.created', subject: `account:${id}`, values }]);
    if (password === null) await invite(deps, tx, id, at);
    return shownRow(tx, id, changer);
  });
  if (password === null) deps.nudge();
  return added;
}

/**
 * Changes an account. Another role or status ends its sessions. AppErrors: `conflict` for the last owner, `forbidden` for an
 * account that may do more than the changer, and for a role or a provider that the changer can't give (ATTACKS S29).
 */
export async function changeAccount(
  deps: TeamDeps,
  actor: Actor,
  id: number,
  given: AccountChange,
): Promise<TeamAccount> {
  return changeTeam(deps, actor, `account:${id}`, async (tx, changer, at) => {
    const row = await accountToChange(tx, changer, id);
    const role = given.role === undefined ? null : await grantedRole(tx, changer, given.role);
    if (given.providerId !== undefined && given.providerId !== row.providerId)
      await checkLink(tx, changer, given.providerId);
    const before = { name: row.name, role: roleIdOf(row), providerId: row.providerId, status: row.status };
    const status = given.status === 'active' ? await statusWhenActive(tx, id) : given.status;
    const changes = changedValues(before, { ...given, status });
    if (Object.keys(changes).length === 0) return shownRow(tx, id, changer);
    const losesOwner = isActiveOwner(row) && (changes['role'] || changes['status']);
    if (losesOwner && !(await anotherOwner(tx, id))) throw lastOwner();
    await tx('accounts')
      .where({ id })
      .update({
        ...(given.name === undefined ? {} : { name: given.name }),
        ...(role ? { role: role.role, role_id: role.roleId } : {}),
        ...(given.providerId === undefined ? {} : { provider_id: given.providerId }),
        ...(status === undefined ? {} : { status }),
      });
    if (changes['role'] || changes['status']) await endSessionsOf(tx, id);
    if (changes['status']) await dropKeys(tx, id);
    await deps.record(tx, [{ at, actor, action: 'account.changed', subject: `account:${id}`, values: changes }]);
    return shownRow(tx, id, changer);
  });
}

/** Signs an account out everywhere. */
export async function endAccountSessions(deps: TeamDeps, actor: Actor, id: number): Promise<void> {
  await changeTeam(deps, actor, `account:${id}`, async (tx, changer, at) => {
    await accountToChange(tx, changer, id);
    const ended = await endSessionsOf(tx, id);
    await deps.record(tx, [
      { at, actor, action: 'account.sessions_ended', subject: `account:${id}`, values: { ended } },
    ]);
  });
}

/** Whoever is given another address or password of an account sees what it sees: the rights alone don't tell (ATTACKS S29). */
const reachesAccount = (own: Linker, row: TeamRow): boolean =>
  reaches(own.permissions, accountPermissions(row)) && mayLink(own, row.providerId);

/** The row of an account that this changer may change. */
export async function accountToChange(tx: Tx, changer: Changer, id: number): Promise<TeamRow> {
  const row = await teamRow(tx, id);
  if (!row) throw notFound();
  if (!reachesAccount(changer, row)) throw moreThanYours();
  return row;
}

/** AppError `too_many_requests` when so many invitations went to one of these, or came from this account, a moment ago. */
export async function countInvitation(
  { db, clock }: TeamDeps,
  actor: Actor,
  targets: readonly string[],
): Promise<void> {
  const invited = createAttempts(db, clock, invitedLimits);
  for (const target of targets) await invited.begin(target, '');
  const by = actor.kind === 'account' ? actor.accountId : 0;
  await createAttempts(db, clock, inviterLimits).begin(String(by), '');
}

/** Issues the key of an invitation and announces it. */
export async function invite(deps: TeamDeps, tx: Tx, accountId: number, at: number): Promise<void> {
  await issueKey(deps, tx, accountId, 'invitation', at);
  await deps.announce(tx, at, { event: 'account.invited', payload: { accountId } });
}

export async function shownRow(tx: Tx, id: number, own: Linker): Promise<TeamAccount> {
  const row = await teamRow(tx, id);
  if (!row) throw notFound();
  return shown(row, own, !(await anotherOwner(tx, id)));
}

export const isActiveOwner = (row: TeamRow): boolean => row.role === 'owner' && row.status === 'active';

const roleIdOf = (row: TeamRow): string => (row.role === ownRole ? String(row.roleId) : row.role);

function shown(row: TeamRow, own: Linker, onlyOwner: boolean): TeamAccount {
  const { id, name, email, status, providerId, provider, seenAt, createdAt } = row;
  return {
    id,
    name,
    email,
    status,
    role: { id: roleIdOf(row), name: row.roleName ?? row.role },
    provider: providerId === null ? null : { id: providerId, name: provider ?? '' },
    seenAt: seenAt === null ? null : formatInstant(seenAt),
    createdAt: formatInstant(createdAt),
    beyond: !reachesAccount(own, row),
    lastOwner: isActiveOwner(row) && onlyOwner,
  };
}

/** The columns of a role that the changer may give. */
async function grantedRole(tx: Tx, changer: Changer, id: string): Promise<{ role: string; roleId: number | null }> {
  const isBuiltIn = builtInRoles.includes(id);
  const row = isBuiltIn ? null : await ownRoleRow(tx, Number(id));
  if (!isBuiltIn && !row) throw new AppError('invalid_request', 'There is no such role.', { field: 'role' });
  const missing = lacking(changer.permissions, row ? readPermissions(row.permissions) : permissionsOf(id));
  if (missing.length > 0) throw youLack(missing);
  return row ? { role: ownRole, roleId: row.id } : { role: id, roleId: null };
}

async function checkLink(tx: Tx, changer: Changer, providerId: number | null): Promise<void> {
  if (providerId !== null && !(await providerExists(tx, providerId)))
    throw new AppError('invalid_request', 'There is no such provider.', { field: 'providerId' });
  if (!mayLink(changer, providerId)) throw youLack(['appointments.view_all', 'customers.view_all']);
}

/** Who has no password yet is invited again, not active. */
async function statusWhenActive(tx: Tx, id: number): Promise<'active' | 'invited'> {
  const row = await tx('accounts').where({ id }).first('password_hash');
  return row?.password_hash ? 'active' : 'invited';
}

async function insertOnce(tx: Tx, account: Parameters<typeof insertAccount>[1]): Promise<number> {
  try {
    return await insertAccount(tx, account);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new AppError('conflict', 'There is an account with this e-mail address.', { field: 'email' });
  }
}
