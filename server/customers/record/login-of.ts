import type { Db, Tx } from '../../db/connect.js';
import type { LoginSummary } from '../../logins/login-wish.js';
import type { CustomerRow } from './row.js';

/** Logins by their ids, as records and lists show them. */
export async function loginsById(db: Db | Tx, ids: readonly (number | null)[]): Promise<Map<number, LoginSummary>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows: LoginSummary[] = await db('logins').whereIn('id', known).select('id', 'email', 'status');
  return new Map(rows.map((row) => [row.id, row]));
}

/** The login of one customer; null where there is none. */
export const loginOf = async (db: Db | Tx, { login_id: id }: Pick<CustomerRow, 'login_id'>) =>
  id === null ? null : ((await loginsById(db, [id])).get(id) ?? null);
