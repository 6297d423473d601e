import type { Permission } from '../lib/permissions.js';

/*
 * Who may give whom what (ATTACKS S17, S29). Nobody gives what they lack, and nobody touches an account or a role that may more
 * than they do themselves: else whoever may edit accounts could make themselves an owner by a second one.
 */

export type Permissions = ReadonlySet<Permission>;

/** What of `wanted` this account lacks; empty when it may give all of it. */
export const lacking = (own: Permissions, wanted: Iterable<Permission>): Permission[] =>
  [...wanted].filter((permission) => !own.has(permission));

/** Whether `own` reaches as far as what somebody else may. */
export const reaches = (own: Permissions, theirs: Permissions): boolean => lacking(own, theirs).length === 0;

export interface Linker {
  permissions: Permissions;
  providerId: number | null;
}

/**
 * Whether an account may be linked to a provider. The link opens that provider's appointments and customers, so who doesn't see
 * everybody's can hand on their own alone.
 */
export function mayLink({ permissions, providerId }: Linker, wanted: number | null): boolean {
  if (wanted === null || wanted === providerId) return true;
  return permissions.has('appointments.view_all') && permissions.has('customers.view_all');
}
