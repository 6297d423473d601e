import type { Tx } from '../db/connect.js';
import { isDuplicate, transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { makeToken, sha256 } from '../lib/ids.js';
import type { Permission } from '../lib/permissions.js';
import { permissions } from '../lib/permissions.js';
import { DAY, HOUR, MINUTE } from '../lib/time-zone.js';
import { createAttempts, signInLimits } from './attempts.js';
import type { AccountDeps } from './deps.js';
import { foldEmail } from './fold-email.js';
import type { AccountActor } from './own-account.js';
import { refuseWeakPassword } from './password-rules.js';
import { hashOfNobody } from './passwords.js';
import type { Account, LiveSession } from './queries.js';
import {
  accountByEmail,
  accountById,
  anyAccount,
  deleteExpired,
  deleteSession,
  insertAccount,
  insertSession,
  liveSession,
  stillHas,
  touchSession,
} from './queries.js';
import { accountPermissions, ownRole } from './roles.js';

/** How long a session lives untouched, and at most (ASVS 7.3). */
export const sessionIdle = 12 * HOUR;
export const sessionLength = 14 * DAY;
/** A session in use is written at most this often. */
const touchEvery = 5 * MINUTE;

export interface SignedIn {
  account: { id: number; name: string; email: string; role: string };
  permissions: Permission[];
}

/** Staff accounts and their sessions. */
export function createAccounts(deps: AccountDeps) {
  const { db, clock, random, record, passwords } = deps;
  const attempts = createAttempts(db, clock, signInLimits);

  /** The same row for an account and for nobody's address, so that one costs what the other does (ATTACKS S69). */
  const recordFailure = (accountId: number): Promise<void> =>
    transact(db, (tx) => {
      const subject = `account:${accountId}`;
      const actor: Actor = { kind: 'visitor' };
      return record(tx, [{ at: clock.now(), actor, action: 'account.sign_in_failed', subject, values: {} }]);
    });

  /** The owner that a new installation begins with. */
  async function addOwner(tx: Tx, owner: { email: string; name: string; passwordHash: string }): Promise<void> {
    const now = clock.now();
    const { email, name } = owner;
    const role = 'owner';
    const id = await insertAccount(tx, { ...owner, emailFolded: foldEmail(email), role, createdAt: now });
    const actor: Actor = { kind: 'system', name: 'setup' };
    const values = { email, name, role };
    await record(tx, [{ at: now, actor, action: 'account.created', subject: `account:${id}`, values }]);
  }

  return {
    addOwner,

    /**
     * A new session, never one that the browser brought along (ATTACKS S73); the one it had ends. An unknown e-mail, a wrong
     * password and a disabled account take the same work and get the same answer (S69).
     */
    async signIn(
      email: string,
      password: string,
      previousSession = '',
      ip = '',
    ): Promise<SignedIn & { token: string }> {
      const folded = foldEmail(email);
      await attempts.begin(folded, ip);
      const account = await accountByEmail(db, folded);
      // An account that nobody has set a password for has no hash either.
      const right = await passwords.verify(account?.passwordHash || hashOfNobody, password);
      if (!account || !right || account.status !== 'active') {
        await recordFailure(account?.id ?? 0);
        throw wrongCredentials();
      }
      const token = makeToken(random);
      const now = clock.now();
      const tokenHash = sha256(token);
      const isOpen = await transact(db, async (tx) => {
        // Disabled, or given another password, while this one was looked at: no session is made of it (ATTACKS S15, S73).
        if (!(await stillHas(tx, account.id, account.passwordHash))) return false;
        await insertSession(tx, {
          tokenHash,
          accountId: account.id,
          createdAt: now,
          seenAt: now,
          expiresAt: now + sessionLength,
        });
        await touchSession(tx, tokenHash, account.id, now);
        if (previousSession) await deleteSession(tx, previousSession);
        const actor = actorFor({ ...account, accountId: account.id }, tokenHash);
        await record(tx, [
          { at: now, actor, action: 'account.signed_in', subject: `account:${account.id}`, values: {} },
        ]);
        return true;
      });
      if (!isOpen) throw wrongCredentials();
      await attempts.succeeded(folded, ip);
      return { token, ...signedInAs(account) };
    },

    /** Who a token belongs to; null when it is nobody's any more. Asked anew with each request (ATTACKS S15, S80). */
    async actorOf(token: string): Promise<AccountActor | null> {
      const tokenHash = sha256(token);
      const now = clock.now();
      const session = await liveSession(db, tokenHash, now, now - sessionIdle);
      if (!session) return null;
      if (now - session.seenAt > touchEvery)
        await transact(db, (tx) => touchSession(tx, tokenHash, session.accountId, now));
      return actorFor(session, tokenHash);
    },

    async signedIn(actor: AccountActor): Promise<SignedIn> {
      const account = await accountById(db, actor.accountId);
      if (!account) throw new AppError('not_signed_in', 'Please sign in.');
      return signedInAs(account);
    },

    async signOut(actor: AccountActor): Promise<void> {
      await transact(db, async (tx) => {
        if ((await deleteSession(tx, actor.sessionHash)) === 0) return;
        const subject = `account:${actor.accountId}`;
        await record(tx, [{ at: clock.now(), actor, action: 'account.signed_out', subject, values: {} }]);
      });
    },

    /** Makes the first owner of an empty installation; answers whether there was need of one. */
    async ensureFirstAccount(email: string, password: string, name: string): Promise<boolean> {
      if (await anyAccount(db)) return false;
      refuseWeakPassword(password, [await deps.businessName(), email, name]);
      const passwordHash = await passwords.hash(password);
      const made = transact(db, async (tx) => {
        if (await anyAccount(tx)) return false;
        await addOwner(tx, { email, name, passwordHash });
        return true;
      });
      // Another server that starts at the same moment was first.
      return made.catch((error: unknown) => {
        if (isDuplicate(error)) return false;
        throw error;
      });
    },

    /** Clears away what has expired; a line of the timetable calls it. */
    async sweep(): Promise<void> {
      const now = clock.now();
      await transact(db, (tx) => deleteExpired(tx, now, now - sessionIdle));
    },
  };
}

export type AccountService = ReturnType<typeof createAccounts>;

const wrongCredentials = (): AppError =>
  new AppError('wrong_credentials', 'The e-mail address or the password is not right.');

const actorFor = (
  { accountId, name, role, rolePermissions, providerId }: Omit<LiveSession, 'seenAt'>,
  sessionHash: string,
): AccountActor => ({
  kind: 'account',
  accountId,
  sessionHash,
  name,
  permissions: accountPermissions({ role, rolePermissions }),
  providerId,
});

function signedInAs(account: Account): SignedIn {
  const { id, name, email, role, roleName } = account;
  const may = accountPermissions(account);
  return {
    account: { id, name, email, role: role === ownRole ? (roleName ?? '') : role },
    permissions: permissions.filter((permission) => may.has(permission)),
  };
}
