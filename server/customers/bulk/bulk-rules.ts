import type { Permission } from '../../lib/permissions.js';
import type { BulkAction, BulkReason } from './schema.js';

/** What a rule looks at. */
export interface Candidate {
  status: string;
  newsletter: 0 | 1;
  hasComing: boolean;
}

/** What each action takes, what takes it back, and what it leaves. */
export const actions: Record<
  BulkAction,
  {
    permission: Permission;
    inverse: BulkAction;
    audit: string;
    leaves: Partial<Pick<Candidate, 'status' | 'newsletter'>>;
  }
> = {
  trash: {
    permission: 'customers.delete',
    inverse: 'restore',
    audit: 'customer.trashed',
    leaves: { status: 'trashed' },
  },
  restore: {
    permission: 'customers.restore',
    inverse: 'trash',
    audit: 'customer.restored',
    leaves: { status: 'active' },
  },
  newsletter_on: {
    permission: 'customers.edit',
    inverse: 'newsletter_off',
    audit: 'customer.changed',
    leaves: { newsletter: 1 },
  },
  newsletter_off: {
    permission: 'customers.edit',
    inverse: 'newsletter_on',
    audit: 'customer.changed',
    leaves: { newsletter: 0 },
  },
};

/** Why an action leaves a customer out; null when it is done. */
export function leftOut(action: BulkAction, one: Candidate, includingComing: boolean): BulkReason | null {
  if (action === 'restore') return one.status === 'trashed' ? null : one.status === 'active' ? 'already' : 'not_active';
  if (action === 'trash') {
    if (one.status !== 'active') return one.status === 'trashed' ? 'already' : 'not_active';
    return one.hasComing && !includingComing ? 'coming' : null;
  }
  if (one.status !== 'active') return 'not_active';
  return one.newsletter === actions[action].leaves.newsletter ? 'already' : null;
}

/** What the audit trail says of one customer. */
export const auditValues = (action: BulkAction): Record<string, { from: unknown; to: unknown }> =>
  ({
    trash: { status: { from: 'active', to: 'trashed' } },
    restore: { status: { from: 'trashed', to: 'active' } },
    newsletter_on: { newsletter: { from: false, to: true } },
    newsletter_off: { newsletter: { from: true, to: false } },
  })[action];
