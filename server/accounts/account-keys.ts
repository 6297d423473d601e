import type { Tx } from '../db/connect.js';
import { sha256 } from '../lib/ids.js';
import { HOUR, MINUTE } from '../lib/time-zone.js';
import type { TeamDeps } from './deps.js';

/** What a link lets its holder do: set the first password of an account, or another one. */
export type KeyPurpose = 'invitation' | 'reset';

/** How long a link is good (ATTACKS S71). */
export const keyLength: Record<KeyPurpose, number> = { invitation: 72 * HOUR, reset: 30 * MINUTE };

/** A new key for an account, in the place of the one before: of several links, the newest alone is good. */
export async function issueKey(
  { random, linkToken }: Pick<TeamDeps, 'random' | 'linkToken'>,
  tx: Tx,
  accountId: number,
  purpose: KeyPurpose,
  at: number,
): Promise<void> {
  await tx('account_keys').where({ account_id: accountId, purpose }).delete();
  const seed = random.bytes(32).toString('hex');
  await tx('account_keys').insert({
    token_hash: sha256(linkToken(seed)),
    account_id: accountId,
    purpose,
    seed,
    created_at: at,
    expires_at: at + keyLength[purpose],
  });
}

/** No link to this account is good any more. */
export async function dropKeys(tx: Tx, accountId: number): Promise<void> {
  await tx('account_keys').where({ account_id: accountId }).delete();
}
