import type { Permission } from '../lib/permissions.js';
import { permissions } from '../lib/permissions.js';

/**
 * Named sets of permissions. An administrator may everything, also what is added later; the other roles are written out, so that
 * a new permission is given to nobody by accident.
 */
const roles: Record<string, readonly Permission[]> = {
  administrator: permissions,
  manager: [
    'appointments.view',
    'appointments.edit',
    'catalog.view',
    'catalog.edit',
    'providers.view',
    'providers.edit',
    'customers.view',
    'messages.view',
  ],
  provider: ['appointments.view', 'customers.view'],
};

/** What a role may do. A role that this version does not know may nothing. */
export function permissionsOf(role: string): ReadonlySet<Permission> {
  return new Set(Object.hasOwn(roles, role) ? roles[role] : []);
}
