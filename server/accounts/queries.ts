import type { Db, Tx } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { fromRow, toRow } from '../db/rows.js';

export interface Account {
  id: number;
  email: string;
  emailFolded: string;
  name: string;
  /** A built-in role, or `own`: then the next three tell which. */
  role: string;
  roleId: number | null;
  roleName: string | null;
  rolePermissions: string | null;
  /** active, invited (nobody has set a password yet), disabled. */
  status: string;
  providerId: number | null;
  /** '' until a password is set. */
  passwordHash: string;
}

const accountColumns = [
  'accounts.id',
  'accounts.email',
  'accounts.email_folded',
  'accounts.name',
  'accounts.role',
  'accounts.role_id',
  'accounts.status',
  'accounts.provider_id',
  'accounts.password_hash',
  'roles.name as role_name',
  'roles.permissions as role_permissions',
];

async function accountWhere(db: Db | Tx, where: Row): Promise<Account | null> {
  const row: Row | undefined = await db('accounts')
    .leftJoin('roles', 'roles.id', 'accounts.role_id')
    .where(where)
    .first(accountColumns);
  return row ? fromRow<Account>(row) : null;
}

export const accountByEmail = (db: Db | Tx, emailFolded: string): Promise<Account | null> =>
  accountWhere(db, { 'accounts.email_folded': emailFolded });

export const accountById = (db: Db | Tx, id: number): Promise<Account | null> =>
  accountWhere(db, { 'accounts.id': id });

export async function anyAccount(db: Db | Tx): Promise<boolean> {
  return (await db('accounts').first('id')) !== undefined;
}

export async function insertAccount(
  tx: Tx,
  account: Pick<Account, 'email' | 'emailFolded' | 'name' | 'role' | 'passwordHash'> &
    Partial<Pick<Account, 'roleId' | 'status' | 'providerId'>> & { createdAt: number },
): Promise<number> {
  const [id] = await tx('accounts').insert(toRow(account));
  return Number(id);
}

export interface LiveSession {
  accountId: number;
  name: string;
  role: string;
  rolePermissions: string | null;
  providerId: number | null;
  seenAt: number;
}

/** The session of a token hash, its account and its role, as long as they live: one select for each request of the admin. */
export async function liveSession(
  db: Db | Tx,
  tokenHash: string,
  now: number,
  idleSince: number,
): Promise<LiveSession | null> {
  const row: Row | undefined = await db('sessions')
    .join('accounts', 'accounts.id', 'sessions.account_id')
    .leftJoin('roles', 'roles.id', 'accounts.role_id')
    .where('sessions.token_hash', tokenHash)
    .where('sessions.expires_at', '>', now)
    .where('sessions.seen_at', '>', idleSince)
    .where('accounts.status', 'active')
    .first(
      'sessions.account_id',
      'sessions.seen_at',
      'accounts.name',
      'accounts.role',
      'accounts.provider_id',
      'roles.permissions as role_permissions',
    );
  return row ? fromRow<LiveSession>(row) : null;
}

export async function insertSession(
  tx: Tx,
  session: { tokenHash: string; accountId: number; createdAt: number; seenAt: number; expiresAt: number },
): Promise<void> {
  await tx('sessions').insert(toRow(session));
}

export async function touchSession(tx: Tx, tokenHash: string, accountId: number, now: number): Promise<void> {
  await tx('sessions').where({ token_hash: tokenHash }).update({ seen_at: now });
  await tx('accounts').where({ id: accountId }).update({ seen_at: now });
}

/** Whether an account is in use with this password; held, so that whoever changes either waits until the session is there to end. */
export async function stillHas(tx: Tx, accountId: number, passwordHash: string): Promise<boolean> {
  const row = await tx('accounts').where({ id: accountId }).forUpdate().first('status', 'password_hash');
  return row?.status === 'active' && row.password_hash === passwordHash;
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<number> {
  return tx('sessions').where({ token_hash: tokenHash }).delete();
}

/** Sessions, links to set a password, and counters whose time is over. */
export async function deleteExpired(tx: Tx, now: number, idleSince: number): Promise<void> {
  await tx('sessions').where('expires_at', '<=', now).delete();
  await tx('sessions').where('seen_at', '<=', idleSince).delete();
  await tx('rate_limits').where('resets_at', '<=', now).delete();
  await tx('account_keys').where('expires_at', '<=', now).delete();
}

/** Adds one to a counter whose window lasts; false when there is none. */
export async function countHit(tx: Tx, name: string, now: number): Promise<boolean> {
  return (await tx('rate_limits').where({ name }).andWhere('resets_at', '>', now).increment('hits', 1)) > 0;
}

export async function hitsOf(tx: Tx, name: string): Promise<{ hits: number; resetsAt: number }> {
  return fromRow(await tx('rate_limits').where({ name }).first('hits', 'resets_at'));
}

/** Begins a window at one. Throws a duplicate when another has begun one meanwhile. */
export async function restartHits(tx: Tx, name: string, now: number, resetsAt: number): Promise<void> {
  const over = await tx('rate_limits')
    .where({ name })
    .andWhere('resets_at', '<=', now)
    .update({ hits: 1, resets_at: resetsAt });
  if (over === 0) await tx('rate_limits').insert({ name, hits: 1, resets_at: resetsAt });
}

export async function forgetHits(tx: Tx, name: string): Promise<void> {
  await tx('rate_limits').where({ name }).delete();
}
