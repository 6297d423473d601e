import { columnsMigration, instantColumn } from '../server/db/define.js';

/**
 * `role_id` names a role of the business's own, and `role` then says `own`. Every change of accounts and roles queues up at one
 * row (`versions`, accounts), which is what keeps a role that is in use from being deleted.
 */
export const accountColumns = columnsMigration('0059-account-columns', 'accounts', {
  add: {
    role_id: (t) => t.bigInteger('role_id').unsigned(),
    seen_at: (t) => instantColumn(t, 'seen_at'),
  },
  index: { accounts_by_role: ['role_id'] },
});
