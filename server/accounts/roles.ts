import type { Permission } from '../lib/permissions.js';
import { permissions } from '../lib/permissions.js';

/**
 * Named sets of permissions. An owner may everything, also what is added later; the other roles are written out, so that a new
 * permission is given to nobody by accident.
 */
const roles: Record<string, readonly Permission[]> = {
  owner: permissions,
  manager: [
    'appointments.view',
    'appointments.view_all',
    'appointments.edit',
    'appointments.overrule',
    'appointments.export',
    'catalog.view',
    'catalog.edit',
    'providers.view',
    'providers.edit',
    'customers.view',
    'customers.view_all',
    'customers.create',
    'customers.create_with_appointment',
    'customers.edit',
    'customers.delete',
    'customers.restore',
    'customers.merge',
    'customers.import',
    'customers.export',
    'customers.mail',
    'customers.manage_logins',
    'customers.view_sensitive',
    'invoices.view',
    'invoices.edit',
    'reports.view',
    'messages.view',
  ],
  receptionist: [
    'appointments.view',
    'appointments.view_all',
    'appointments.edit',
    'appointments.overrule',
    'customers.view',
    'customers.view_all',
    'customers.create',
    'customers.create_with_appointment',
    'customers.edit',
    'customers.mail',
    'invoices.view',
    'invoices.edit',
  ],
  provider: ['appointments.view', 'customers.view'],
};

/** What `accounts.role` says of an account whose role is one of the business's own. */
export const ownRole = 'own';

export const builtInRoles: readonly string[] = Object.keys(roles);

/** What a built-in role may do. A role that this version does not know may nothing. */
export function permissionsOf(role: string): ReadonlySet<Permission> {
  return new Set(Object.hasOwn(roles, role) ? roles[role] : []);
}

/** What an account may do: by its own role's stored list where it has one, else by its built-in role. */
export function accountPermissions(account: { role: string; rolePermissions: string | null }): ReadonlySet<Permission> {
  return account.role === ownRole ? readPermissions(account.rolePermissions) : permissionsOf(account.role);
}

/** A stored list. What this version does not know is nothing to it, and neither is a list that can't be read. */
export function readPermissions(stored: string | null): ReadonlySet<Permission> {
  const listed = parse(stored);
  return new Set(Array.isArray(listed) ? permissions.filter((permission) => listed.includes(permission)) : []);
}

function parse(stored: string | null): unknown {
  try {
    return JSON.parse(stored ?? '[]');
  } catch {
    return [];
  }
}
