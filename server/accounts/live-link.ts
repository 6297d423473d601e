import type { KeyPurpose } from './account-keys.js';
import type { TeamDeps } from './deps.js';

/** The page of each link. */
const pages: Record<KeyPurpose, string> = { invitation: '/admin/invitation', reset: '/admin/password' };

/**
 * The link that an account may set its password by, for the mail that carries it; null when none is good any more. The token is
 * in the fragment: no server's log, no Referer and no link scanner ever holds it (ATTACKS S66), and its host is the configured
 * one, whatever a request said (S72).
 */
export async function liveLink(
  { db, clock, linkToken }: Pick<TeamDeps, 'db' | 'clock' | 'linkToken'>,
  publicUrl: string,
  accountId: number,
  purpose: KeyPurpose,
): Promise<string | null> {
  const row = await db('account_keys')
    .where({ account_id: accountId, purpose })
    .where('expires_at', '>', clock.now())
    .first('seed');
  return row ? `${publicUrl}${pages[purpose]}#${linkToken(row.seed)}` : null;
}
