import type { Permission } from './permissions.js';

/** Who makes a request. Handlers get it as an argument; nothing is looked up from the surroundings. */
export type Actor =
  /** `invitedTo`: the private service whose link was followed. */
  | { kind: 'visitor'; invitedTo?: number }
  | {
      kind: 'account';
      accountId: number;
      sessionHash: string;
      name: string;
      permissions: ReadonlySet<Permission> /** Whose appointments and customers are the account's own; null: nobody's. */;
      providerId: number | null;
    }
  | { kind: 'system'; name: string };

/** The private service that a visitor was given the link of. */
export const invitationOf = (actor: Actor): number | undefined =>
  actor.kind === 'visitor' ? actor.invitedTo : undefined;

/** A short form for the audit trail: `account:3`, `visitor`, `system:relay`. */
export function actorLabel(actor: Actor): string {
  if (actor.kind === 'account') return `account:${actor.accountId}`;
  if (actor.kind === 'system') return `system:${actor.name}`;
  return 'visitor';
}
