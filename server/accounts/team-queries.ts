import type { Db, Tx } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { fromRow } from '../db/rows.js';

/**
 * The first statement of every change of accounts and roles: they queue up at this row, so that what is read after it stays true
 * until the commit. Two owners who demote each other come one after the other.
 */
export async function lockTeam(tx: Tx): Promise<void> {
  await tx('versions').where({ name: 'accounts' }).increment('version', 1);
}

export interface TeamRow {
  id: number;
  email: string;
  name: string;
  role: string;
  roleId: number | null;
  roleName: string | null;
  rolePermissions: string | null;
  status: 'active' | 'invited' | 'disabled';
  providerId: number | null;
  provider: string | null;
  seenAt: number | null;
  createdAt: number;
}

const team = (db: Db | Tx) =>
  db('accounts')
    .leftJoin('roles', 'roles.id', 'accounts.role_id')
    .leftJoin('providers', 'providers.id', 'accounts.provider_id')
    .select(
      'accounts.id',
      'accounts.email',
      'accounts.name',
      'accounts.role',
      'accounts.role_id',
      'accounts.status',
      'accounts.provider_id',
      'accounts.seen_at',
      'accounts.created_at',
      'roles.name as role_name',
      'roles.permissions as role_permissions',
      'providers.name as provider',
    );

export async function teamRows(db: Db | Tx): Promise<TeamRow[]> {
  return (await team(db).orderBy(['accounts.name', 'accounts.id'])).map((row: Row) => fromRow<TeamRow>(row));
}

export async function teamRow(db: Db | Tx, id: number): Promise<TeamRow | null> {
  const row: Row | undefined = await team(db).where('accounts.id', id).first();
  return row ? fromRow<TeamRow>(row) : null;
}

/** Whether anybody else could still do everything: owners who have set a password and are not disabled. */
export async function anotherOwner(db: Db | Tx, id: number): Promise<boolean> {
  const found = await db('accounts').where({ role: 'owner', status: 'active' }).whereNot({ id }).first('id');
  return found !== undefined;
}

export async function providerExists(db: Db | Tx, id: number): Promise<boolean> {
  return (await db('providers').where({ id }).first('id')) !== undefined;
}

export async function endSessionsOf(tx: Tx, accountId: number, except = ''): Promise<number> {
  return tx('sessions').where({ account_id: accountId }).whereNot({ token_hash: except }).delete();
}

export interface OwnRoleRow {
  id: number;
  name: string;
  permissions: string;
  version: number;
}

const roleColumns = ['id', 'name', 'permissions', 'version'];

export async function ownRoleRows(db: Db | Tx): Promise<OwnRoleRow[]> {
  return (await db('roles').orderBy(['name_folded', 'id']).select(roleColumns)).map((row) => fromRow<OwnRoleRow>(row));
}

export async function ownRoleRow(db: Db | Tx, id: number): Promise<OwnRoleRow | null> {
  const row: Row | undefined = await db('roles').where({ id }).first(roleColumns);
  return row ? fromRow<OwnRoleRow>(row) : null;
}

/** How many accounts have each role: built-in ones by name, own ones by id. Disabled accounts count too. */
export async function accountsByRole(db: Db | Tx): Promise<Map<string, number>> {
  const rows: { role: string; role_id: number | null; total: number }[] = await db('accounts')
    .groupBy('role', 'role_id')
    .select('role', 'role_id')
    .count({ total: '*' });
  return new Map(rows.map((row) => [String(row.role_id ?? row.role), Number(row.total)]));
}
