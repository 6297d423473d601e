import type { RecordAudit } from '../audit/record.js';
import type { Db } from '../db/connect.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import type { Clock } from '../lib/clock.js';
import { AppError } from '../lib/errors.js';
import type { Random } from '../lib/ids.js';
import { makeToken, sha256 } from '../lib/ids.js';
import type { Permission } from '../lib/permissions.js';
import { permissions } from '../lib/permissions.js';
import { DAY, HOUR, MINUTE } from '../lib/time-zone.js';
import { createAttempts } from './attempts.js';
import { checkPassword, passwordFaultWords } from './password-rules.js';
import type { Passwords } from './passwords.js';
import { hashOfNobody } from './passwords.js';
import type { Account } from './queries.js';
import {
  accountByEmail,
  accountById,
  anyAccount,
  deleteExpired,
  deleteSession,
  insertAccount,
  insertSession,
  liveSession,
  touchSession,
} from './queries.js';
import { permissionsOf } from './roles.js';

export interface AccountDeps {
  db: Db;
  clock: Clock;
  random: Random;
  record: RecordAudit;
  passwords: Passwords;
  /** The name of the business, which no password may consist of. */
  businessName(): Promise<string>;
}

/** How long a session lives untouched, and at most (ASVS 7.3). */
export const sessionIdle = 12 * HOUR;
export const sessionLength = 14 * DAY;
/** A session in use is written at most this often. */
const touchEvery = 5 * MINUTE;

export interface SignedIn {
  account: { id: number; name: string; email: string; role: string };
  permissions: Permission[];
}

export type AccountActor = Extract<Actor, { kind: 'account' }>;

/** Staff accounts and their sessions. */
export function createAccounts(deps: AccountDeps) {
  const { db, clock, random, record, passwords } = deps;
  const attempts = createAttempts(db, clock);

  return {
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
      const right = await passwords.verify(account?.passwordHash ?? hashOfNobody, password);
      if (!account || !right || account.status !== 'active')
        throw new AppError('wrong_credentials', 'The e-mail address or the password is not right.');
      const token = makeToken(random);
      const now = clock.now();
      const tokenHash = sha256(token);
      await transact(db, async (tx) => {
        await insertSession(tx, {
          tokenHash,
          accountId: account.id,
          createdAt: now,
          seenAt: now,
          expiresAt: now + sessionLength,
        });
        if (previousSession) await deleteSession(tx, previousSession);
        const actor = actorFor(account.id, account.name, account.role, tokenHash);
        await record(tx, [
          { at: now, actor, action: 'account.signed_in', subject: `account:${account.id}`, values: {} },
        ]);
      });
      await attempts.succeeded(folded, ip);
      return { token, ...signedInAs(account) };
    },

    /** Who a token belongs to; null when it is nobody's any more. Asked anew with each request (ATTACKS S15, S80). */
    async actorOf(token: string): Promise<AccountActor | null> {
      const tokenHash = sha256(token);
      const now = clock.now();
      const session = await liveSession(db, tokenHash, now, now - sessionIdle);
      if (!session) return null;
      if (now - session.seenAt > touchEvery) await transact(db, (tx) => touchSession(tx, tokenHash, now));
      return actorFor(session.accountId, session.name, session.role, tokenHash);
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

    /** Makes the first administrator of an empty installation; answers whether there was need of one. */
    async ensureFirstAccount(email: string, password: string, name: string): Promise<boolean> {
      if (await anyAccount(db)) return false;
      const checked = checkPassword(password, [await deps.businessName(), email, name]);
      if (!checked.acceptable)
        throw new AppError('invalid_request', `The password ${passwordFaultWords[checked.reason]}.`, {
          field: 'password',
          details: { reason: checked.reason },
        });
      const passwordHash = await passwords.hash(password);
      return transact(db, async (tx) => {
        if (await anyAccount(tx)) return false;
        const now = clock.now();
        const account = { email, emailFolded: foldEmail(email), name, role: 'administrator' };
        const id = await insertAccount(tx, { ...account, passwordHash, createdAt: now });
        const actor: Actor = { kind: 'system', name: 'setup' };
        const values = { email, name, role: account.role };
        await record(tx, [{ at: now, actor, action: 'account.created', subject: `account:${id}`, values }]);
        return true;
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

/** One spelling of an address to find accounts by. */
export const foldEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase();

const actorFor = (accountId: number, name: string, role: string, sessionHash: string): AccountActor => ({
  kind: 'account',
  accountId,
  sessionHash,
  name,
  permissions: permissionsOf(role),
});

function signedInAs({ id, name, email, role }: Account): SignedIn {
  const may = permissionsOf(role);
  return { account: { id, name, email, role }, permissions: permissions.filter((permission) => may.has(permission)) };
}
