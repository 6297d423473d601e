import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import { sha256 } from '../lib/ids.js';
import { formatInstant } from '../lib/time-zone.js';
import { dropKeys } from './account-keys.js';
import { createAttempts, signInLimits } from './attempts.js';
import type { TeamDeps } from './deps.js';
import { refuseWeakPassword } from './password-rules.js';
import { hashOfNobody } from './passwords.js';
import type { Account } from './queries.js';
import { accountById, deleteSession } from './queries.js';
import type { OwnSession } from './schema.js';
import { endSessionsOf } from './team-queries.js';

export type AccountActor = Extract<Actor, { kind: 'account' }>;

/** The table of endpoints lets nobody else in; this says so to the types. */
export function accountOf(actor: Actor): AccountActor {
  if (actor.kind !== 'account') throw new AppError('not_signed_in', 'Please sign in.');
  return actor;
}

export type CheckPassword = (actor: Actor, password: string, ip: string) => Promise<Account>;

/**
 * Asks for one's own password anew, so that a session that was stolen or left open changes nothing for good (ATTACKS S79). Tries
 * are counted with those of signing in. AppErrors: `wrong_credentials`, `too_many_requests`.
 */
export function passwordCheck({ db, clock, record, passwords }: TeamDeps): CheckPassword {
  const attempts = createAttempts(db, clock, signInLimits);
  return async (actor, password, ip) => {
    const account = await accountById(db, accountOf(actor).accountId);
    if (!account) throw new AppError('not_signed_in', 'Please sign in.');
    await attempts.begin(account.emailFolded, ip);
    if (!(await passwords.verify(account.passwordHash || hashOfNobody, password))) {
      const subject = `account:${account.id}`;
      await transact(db, (tx) =>
        record(tx, [{ at: clock.now(), actor, action: 'account.password_refused', subject, values: {} }]),
      );
      throw new AppError('wrong_credentials', 'This is not your password.', { field: 'currentPassword' });
    }
    await attempts.succeeded(account.emailFolded, ip);
    return account;
  };
}

export async function renameSelf(
  { db, clock, record }: TeamDeps,
  actor: Actor,
  name: string | undefined,
): Promise<void> {
  const { accountId } = accountOf(actor);
  await transact(db, async (tx) => {
    const row = await tx('accounts').where({ id: accountId }).first('name');
    if (name === undefined || row.name === name) return;
    await tx('accounts').where({ id: accountId }).update({ name });
    const values = { name: { from: row.name, to: name } };
    const subject = `account:${accountId}`;
    await record(tx, [{ at: clock.now(), actor, action: 'account.changed', subject, values }]);
  });
}

/**
 * Another password for oneself. All other sessions end, links to set a password are no good any more, and a mail says that it
 * happened. AppErrors: those of the check, and `invalid_request` for a password that nobody may use.
 */
export async function changeOwnPassword(
  deps: TeamDeps,
  check: CheckPassword,
  request: { actor: Actor; currentPassword: string; newPassword: string; ip: string },
): Promise<void> {
  const { db, clock, record, passwords, announce } = deps;
  const { actor, newPassword } = request;
  const { id, name, email } = await check(actor, request.currentPassword, request.ip);
  refuseWeakPassword(newPassword, [await deps.businessName(), email, name], 'newPassword');
  const passwordHash = await passwords.hash(newPassword);
  await transact(db, async (tx) => {
    const at = clock.now();
    await tx('accounts').where({ id }).update({ password_hash: passwordHash });
    const ended = await endSessionsOf(tx, id, accountOf(actor).sessionHash);
    await dropKeys(tx, id);
    await announce(tx, at, { event: 'account.password_changed', payload: { accountId: id } });
    const subject = `account:${id}`;
    await record(tx, [{ at, actor, action: 'account.password_changed', subject, values: { sessionsEnded: ended } }]);
  });
  deps.nudge();
}

/** Names a session to its owner; nobody can make the session of it. */
const publicId = (tokenHash: string): string => sha256(`session ${tokenHash}`).slice(0, 32);

/** Where one is signed in, last seen first. */
export async function ownSessions({ db, clock }: TeamDeps, actor: Actor, idle: number): Promise<OwnSession[]> {
  const { accountId, sessionHash } = accountOf(actor);
  const now = clock.now();
  const rows: { token_hash: string; created_at: number; seen_at: number }[] = await db('sessions')
    .where({ account_id: accountId })
    .where('expires_at', '>', now)
    .where('seen_at', '>', now - idle)
    .orderBy('seen_at', 'desc')
    .select('token_hash', 'created_at', 'seen_at');
  return rows.map((row) => ({
    id: publicId(row.token_hash),
    createdAt: formatInstant(row.created_at),
    seenAt: formatInstant(row.seen_at),
    current: row.token_hash === sessionHash,
  }));
}

/** Ends one of one's own sessions. AppError `not_found` for one that is somebody else's or over. */
export async function endOwnSession({ db, clock, record }: TeamDeps, actor: Actor, id: string): Promise<void> {
  const { accountId } = accountOf(actor);
  await transact(db, async (tx) => {
    const rows: { token_hash: string }[] = await tx('sessions').where({ account_id: accountId }).select('token_hash');
    const found = rows.find((row) => publicId(row.token_hash) === id);
    if (!found || (await deleteSession(tx, found.token_hash)) === 0) throw notFound();
    const subject = `account:${accountId}`;
    await record(tx, [{ at: clock.now(), actor, action: 'account.sessions_ended', subject, values: { ended: 1 } }]);
  });
}

/** Signs oneself out everywhere but here. */
export async function endOtherSessions({ db, clock, record }: TeamDeps, actor: Actor): Promise<void> {
  const { accountId, sessionHash } = accountOf(actor);
  await transact(db, async (tx) => {
    const ended = await endSessionsOf(tx, accountId, sessionHash);
    const subject = `account:${accountId}`;
    await record(tx, [{ at: clock.now(), actor, action: 'account.sessions_ended', subject, values: { ended } }]);
  });
}
