import type { Permission } from '../../admin-api.js';

/** What can be done with many, each with its permission. */
const actions = [
  { name: 'trash', word: 'customers.bulkTrash', permission: 'customers.delete', where: ['active', 'all'] },
  { name: 'restore', word: 'customers.bulkRestore', permission: 'customers.restore', where: ['trashed', 'all'] },
  { name: 'newsletter_on', word: 'customers.bulkSubscribe', permission: 'customers.edit', where: ['active', 'all'] },
  { name: 'newsletter_off', word: 'customers.bulkUnsubscribe', permission: 'customers.edit', where: ['active', 'all'] },
  { name: 'mail', word: 'customers.bulkMail', permission: 'customers.mail', where: ['active', 'all'] },
  {
    name: 'export',
    word: 'customers.bulkExport',
    permission: 'customers.export',
    where: ['active', 'trashed', 'all'],
  },
] as const satisfies readonly { name: string; word: string; permission: Permission; where: readonly string[] }[];

export type BulkAction = (typeof actions)[number];
export type BulkName = BulkAction['name'];

/** The actions for a list of this status that an account may use. */
export const bulkActionsFor = (status: string | undefined, may: (permission: Permission) => boolean): BulkAction[] =>
  actions.filter(
    ({ permission, where }) => may(permission) && (where as readonly string[]).includes(status ?? 'active'),
  );
