import { changedValues } from '../audit/changes.js';
import type { Tx } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { Permission } from '../lib/permissions.js';
import { permissions } from '../lib/permissions.js';
import type { AccountDeps } from './deps.js';
import type { Permissions } from './grant-rules.js';
import { lacking, reaches } from './grant-rules.js';
import { builtInRoles, permissionsOf, readPermissions } from './roles.js';
import { changeTeam, moreThanYours, youLack } from './team-change.js';
import type { OwnRoleRow } from './team-queries.js';
import { accountsByRole, ownRoleRow, ownRoleRows } from './team-queries.js';
import type { NewRole, Role, RoleChange } from './team-schema.js';

/** The roles as somebody who may do `own` sees them, built-in ones first. */
export async function listRoles({ db }: Pick<AccountDeps, 'db'>, own: Permissions): Promise<Role[]> {
  const [rows, counts] = await Promise.all([ownRoleRows(db), accountsByRole(db)]);
  const builtIn = builtInRoles.map((name) => {
    const may = permissionsOf(name);
    const accounts = counts.get(name) ?? 0;
    return {
      id: name,
      name,
      builtIn: true,
      permissions: inOrder(may),
      accounts,
      version: 0,
      beyond: !reaches(own, may),
    };
  });
  return [...builtIn, ...rows.map((row) => shown(row, counts.get(String(row.id)) ?? 0, own))];
}

/** AppErrors: `conflict` for a name in use, `forbidden` for permissions that the maker lacks (ATTACKS S29). */
export async function addRole(deps: AccountDeps, actor: Actor, given: NewRole): Promise<Role> {
  return changeTeam(deps, actor, 'role', async (tx, { permissions: own }, at) => {
    const wanted = inOrder(new Set(given.permissions));
    refuseMore(own, wanted);
    const [id] = await onlyName(() =>
      tx('roles').insert({ ...nameColumns(given.name), permissions: JSON.stringify(wanted), created_at: at }),
    );
    const values = { name: given.name, permissions: wanted };
    await deps.record(tx, [{ at, actor, action: 'role.created', subject: `role:${id}`, values }]);
    return shown(await roleRow(tx, Number(id)), 0, own);
  });
}

/** AppErrors: `stale` for another version, and those of `addRole`. */
export async function changeRole(deps: AccountDeps, actor: Actor, id: number, given: RoleChange): Promise<Role> {
  return changeTeam(deps, actor, `role:${id}`, async (tx, { permissions: own }, at) => {
    const row = await roleRow(tx, id);
    if (!reaches(own, readPermissions(row.permissions))) throw moreThanYours();
    if (row.version !== given.version)
      throw new AppError('stale', 'Somebody else has changed this role meanwhile.', {
        details: { version: row.version },
      });
    const before = { name: row.name, permissions: inOrder(readPermissions(row.permissions)) };
    const wanted = given.permissions && inOrder(new Set(given.permissions));
    if (wanted) refuseMore(own, wanted);
    const changes = changedValues(before, { name: given.name, permissions: wanted });
    const counted = (await accountsByRole(tx)).get(String(id)) ?? 0;
    if (Object.keys(changes).length === 0) return shown(row, counted, own);
    await onlyName(() =>
      tx('roles')
        .where({ id })
        .update({
          ...(given.name === undefined ? {} : nameColumns(given.name)),
          ...(wanted ? { permissions: JSON.stringify(wanted) } : {}),
          version: row.version + 1,
        }),
    );
    await deps.record(tx, [{ at, actor, action: 'role.changed', subject: `role:${id}`, values: changes }]);
    return shown(await roleRow(tx, id), counted, own);
  });
}

/** AppError `in_use` for a role that an account has, disabled ones included. */
export async function deleteRole(deps: AccountDeps, actor: Actor, id: number): Promise<void> {
  await changeTeam(deps, actor, `role:${id}`, async (tx, { permissions: own }, at) => {
    const row = await roleRow(tx, id);
    if (!reaches(own, readPermissions(row.permissions))) throw moreThanYours();
    const accounts = (await accountsByRole(tx)).get(String(id)) ?? 0;
    if (accounts > 0)
      throw new AppError('in_use', 'Accounts have this role. Give them another one first.', { details: { accounts } });
    await tx('roles').where({ id }).delete();
    await deps.record(tx, [{ at, actor, action: 'role.deleted', subject: `role:${id}`, values: { name: row.name } }]);
  });
}

async function roleRow(tx: Tx, id: number): Promise<OwnRoleRow> {
  const row = await ownRoleRow(tx, id);
  if (!row) throw notFound();
  return row;
}

function refuseMore(own: Permissions, wanted: readonly Permission[]): void {
  const missing = lacking(own, wanted);
  if (missing.length > 0) throw youLack(missing);
}

const inOrder = (set: Permissions): Permission[] => permissions.filter((permission) => set.has(permission));

function shown(row: OwnRoleRow, accounts: number, own: Permissions): Role {
  const may = readPermissions(row.permissions);
  return {
    id: String(row.id),
    name: row.name,
    builtIn: false,
    permissions: inOrder(may),
    accounts,
    version: row.version,
    beyond: !reaches(own, may),
  };
}

/** Two roles of one name couldn't be told apart, nor one that is called as a built-in one is. */
async function onlyName<T>(write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw nameInUse();
  }
}

function nameColumns(name: string): { name: string; name_folded: string } {
  const folded = name.normalize('NFKC').toLowerCase();
  if (builtInRoles.includes(folded)) throw nameInUse();
  return { name, name_folded: folded };
}

const nameInUse = (): AppError => new AppError('conflict', 'There is a role of this name.', { field: 'name' });
