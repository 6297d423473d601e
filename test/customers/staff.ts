import type { Db } from '../../server/db/connect.js';
import { makeToken, sha256, systemRandom } from '../../server/lib/ids.js';

/** Somebody of the staff who is signed in. */
export interface Staff {
  id: number;
  cookie: string;
}

let count = 0;

/** An account of a built-in role with a session, straight into the tables. */
export async function signedIn(
  db: Db,
  now: number,
  wish: { role?: string; name?: string; email?: string; providerId?: number | null } = {},
): Promise<Staff> {
  count += 1;
  const {
    role = 'manager',
    name = 'Ada',
    email = `${name.toLowerCase()}${count}@mare.example`,
    providerId = null,
  } = wish;
  const [id] = await db('accounts').insert({
    email,
    email_folded: email,
    name,
    role,
    provider_id: providerId,
    password_hash: '',
    created_at: now,
  });
  return signedInAgain(db, now, Number(id));
}

/** Another session of an account: tests that set the clock on leave the old one behind. */
export async function signedInAgain(db: Db, now: number, id: number): Promise<Staff> {
  const token = makeToken(systemRandom);
  await db('sessions').insert({
    token_hash: sha256(token),
    account_id: id,
    created_at: now,
    seen_at: now,
    expires_at: now + 14 * 86_400_000,
  });
  return { id, cookie: `bookpane=${token}` };
}
