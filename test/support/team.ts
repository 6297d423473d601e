import type { Db } from '../../server/db/connect.js';
import type { Clock } from '../../server/lib/clock.js';
import { makeToken, sha256, systemRandom } from '../../server/lib/ids.js';
import type { Permission } from '../../server/lib/permissions.js';
import { HOUR } from '../../server/lib/time-zone.js';

export interface Member {
  name: string;
  /** A built-in role; `own` with `permissions`. */
  role: string;
  permissions?: readonly Permission[];
  providerId?: number;
}

export interface SignedInMember {
  id: number;
  email: string;
  roleId: number | null;
  /** What a browser would send. */
  cookie: string;
}

/** An account with a session, without the work of hashing a password. */
export async function aMember(
  db: Db,
  clock: Clock,
  { name, role, permissions, providerId }: Member,
): Promise<SignedInMember> {
  const now = clock.now();
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@team.example`;
  const [roleId] = permissions
    ? await db('roles').insert({
        name: `Role of ${name}`,
        name_folded: `role of ${name.toLowerCase()}`,
        permissions: JSON.stringify(permissions),
        created_at: now,
      })
    : [null];
  const [id] = await db('accounts').insert({
    ...{ email, email_folded: email, name, password_hash: '', created_at: now },
    role: permissions ? 'own' : role,
    role_id: roleId ?? null,
    provider_id: providerId ?? null,
  });
  return { id: Number(id), email, roleId: roleId ?? null, cookie: await aSession(db, clock, Number(id)) };
}

/** One more session of an account; answers its cookie. */
export async function aSession(db: Db, clock: Clock, accountId: number): Promise<string> {
  const now = clock.now();
  const token = makeToken(systemRandom);
  const session = { token_hash: sha256(token), account_id: accountId, created_at: now, seen_at: now };
  await db('sessions').insert({ ...session, expires_at: now + HOUR });
  return `bookpane=${token}`;
}
