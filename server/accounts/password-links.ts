import type { Db, Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import { sha256 } from '../lib/ids.js';
import type { KeyPurpose } from './account-keys.js';
import { dropKeys, issueKey } from './account-keys.js';
import { createAttempts, resetLimits, signInLimits } from './attempts.js';
import type { TeamDeps } from './deps.js';
import { foldEmail } from './fold-email.js';
import { refuseWeakPassword } from './password-rules.js';
import { accountByEmail } from './queries.js';
import { endSessionsOf } from './team-queries.js';

/** The account that nobody has: what was asked for an unknown address is told to nobody. */
const nobody = 0;
const visitor: Actor = { kind: 'visitor' };

/**
 * Asks for a link to set another password. Whether there is an account of this address shows in nothing: the same answer, the same
 * rows, the same counters; only the mail is missing (ATTACKS S69, S70). AppError `too_many_requests`.
 */
export function resetRequests(deps: TeamDeps): (email: string, ip: string) => Promise<void> {
  const { db, clock, record, announce } = deps;
  const attempts = createAttempts(db, clock, resetLimits);
  return async (email, ip) => {
    const folded = foldEmail(email);
    await attempts.begin(folded, ip);
    const account = await accountByEmail(db, folded);
    const accountId = account?.status === 'active' ? account.id : nobody;
    await transact(db, async (tx) => {
      const at = clock.now();
      if (accountId !== nobody) await issueKey(deps, tx, accountId, 'reset', at);
      await announce(tx, at, { event: 'account.reset_asked', payload: { accountId } });
      const subject = `account:${accountId}`;
      await record(tx, [{ at, actor: visitor, action: 'account.reset_asked', subject, values: {} }]);
    });
    deps.nudge();
  };
}

interface OpenLink {
  accountId: number;
  purpose: KeyPurpose;
  name: string;
  email: string;
}

/** Whose password a link sets. AppError `not_found` for a link that is used, too old, superseded or made up: all alike. */
export async function openLink({ db, clock }: TeamDeps, token: string): Promise<OpenLink> {
  const row = await linkRow(db, token, clock.now());
  if (!row) throw notFound();
  return row;
}

export interface LinkUse {
  token: string;
  password: string;
  /** How the invited person wants to be called; null leaves the name as it is. */
  name: string | null;
  ip: string;
}

/**
 * Sets a password by a link, once: of ten uses at the same time one succeeds (ATTACKS S71). All sessions and links of the account
 * end; after a reset a mail says that it happened. AppErrors: `not_found` as above, `invalid_request` for a weak password, which
 * leaves the link good.
 */
export async function useLink(deps: TeamDeps, { token, password, name, ip }: LinkUse): Promise<void> {
  const { db, clock, record, passwords, announce } = deps;
  const link = await openLink(deps, token);
  if (name !== null && link.purpose === 'reset')
    throw new AppError('invalid_request', 'A reset does not change the name.', { field: 'name' });
  refuseWeakPassword(password, [await deps.businessName(), link.email, name ?? link.name]);
  const passwordHash = await passwords.hash(password);
  await transact(db, async (tx) => {
    const at = clock.now();
    const used = await tx('account_keys')
      .where({ token_hash: sha256(token) })
      .where('expires_at', '>', at)
      .delete();
    if (used === 0) throw notFound();
    const { accountId: id, purpose } = link;
    const changed = await tx('accounts')
      .where({ id, status: purpose === 'invitation' ? 'invited' : 'active' })
      .update({ password_hash: passwordHash, status: 'active', ...(name === null ? {} : { name }) });
    if (changed === 0) throw notFound();
    await endSessionsOf(tx, id);
    await dropKeys(tx, id);
    if (purpose === 'reset') await announce(tx, at, { event: 'account.password_changed', payload: { accountId: id } });
    const action = purpose === 'invitation' ? 'account.joined' : 'account.password_changed';
    await record(tx, [{ at, actor: visitor, action, subject: `account:${id}`, values: { by: purpose } }]);
  });
  // Who has proved to read the mail need not wait for the end of somebody else's guesses.
  await createAttempts(db, clock, signInLimits).succeeded(foldEmail(link.email), ip);
  deps.nudge();
}

async function linkRow(db: Db | Tx, token: string, now: number): Promise<OpenLink | null> {
  const row = await db('account_keys')
    .join('accounts', 'accounts.id', 'account_keys.account_id')
    .where('account_keys.token_hash', sha256(token))
    .where('account_keys.expires_at', '>', now)
    .first('accounts.id', 'accounts.name', 'accounts.email', 'account_keys.purpose');
  return row ? { accountId: row.id, purpose: row.purpose, name: row.name, email: row.email } : null;
}
