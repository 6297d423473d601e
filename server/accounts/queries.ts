import type { Db, Tx } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { fromRow, toRow } from '../db/rows.js';

export interface Account {
  id: number;
  email: string;
  name: string;
  role: string;
  status: string;
  passwordHash: string;
}

const accountColumns = ['id', 'email', 'name', 'role', 'status', 'password_hash'];

export async function accountByEmail(db: Db | Tx, emailFolded: string): Promise<Account | null> {
  const row: Row | undefined = await db('accounts').where({ email_folded: emailFolded }).first(accountColumns);
  return row ? fromRow<Account>(row) : null;
}

export async function accountById(db: Db | Tx, id: number): Promise<Account | null> {
  const row: Row | undefined = await db('accounts').where({ id }).first(accountColumns);
  return row ? fromRow<Account>(row) : null;
}

export async function anyAccount(db: Db | Tx): Promise<boolean> {
  return (await db('accounts').first('id')) !== undefined;
}

export async function insertAccount(
  tx: Tx,
  account: Omit<Account, 'id' | 'status'> & { emailFolded: string; createdAt: number },
): Promise<number> {
  const [id] = await tx('accounts').insert(toRow(account));
  return Number(id);
}

export interface LiveSession {
  accountId: number;
  name: string;
  role: string;
  seenAt: number;
}

/** The session of a token hash and its account, as long as both live: one select for each request of the admin. */
export async function liveSession(
  db: Db | Tx,
  tokenHash: string,
  now: number,
  idleSince: number,
): Promise<LiveSession | null> {
  const row: Row | undefined = await db('sessions')
    .join('accounts', 'accounts.id', 'sessions.account_id')
    .where('sessions.token_hash', tokenHash)
    .where('sessions.expires_at', '>', now)
    .where('sessions.seen_at', '>', idleSince)
    .where('accounts.status', 'active')
    .first('sessions.account_id', 'sessions.seen_at', 'accounts.name', 'accounts.role');
  return row ? fromRow<LiveSession>(row) : null;
}

export async function insertSession(
  tx: Tx,
  session: { tokenHash: string; accountId: number; createdAt: number; seenAt: number; expiresAt: number },
): Promise<void> {
  await tx('sessions').insert(toRow(session));
}

export async function touchSession(tx: Tx, tokenHash: string, now: number): Promise<void> {
  await tx('sessions').where({ token_hash: tokenHash }).update({ seen_at: now });
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<number> {
  return tx('sessions').where({ token_hash: tokenHash }).delete();
}

/** Sessions and counters whose time is over. */
export async function deleteExpired(tx: Tx, now: number, idleSince: number): Promise<void> {
  await tx('sessions').where('expires_at', '<=', now).delete();
  await tx('sessions').where('seen_at', '<=', idleSince).delete();
  await tx('rate_limits').where('resets_at', '<=', now).delete();
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
