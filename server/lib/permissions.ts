/** What an account may be allowed to do. Roles are named sets of these (accounts/roles.ts). */
export const permissions = [
  'appointments.view',
  /** Without it, an account that belongs to a provider sees that provider's appointments, and one without sees none. */
  'appointments.view_all',
  'appointments.edit',
  /** To book and move outside hours, notice and the like, knowingly; never over another appointment. */
  'appointments.overrule',
  'appointments.export',
  'catalog.view',
  'catalog.edit',
  'providers.view',
  'providers.edit',
  'customers.view',
  /** Without it, an account that belongs to a provider sees those who booked with that provider, and one without sees none. */
  'customers.view_all',
  'customers.create',
  'customers.create_with_appointment',
  'customers.edit',
  'customers.delete',
  'customers.restore',
  'customers.erase',
  'customers.merge',
  'customers.import',
  'customers.export',
  'customers.mail',
  /** Customers' ways into their panel: to give one, to set its password, to link, unlink and disable it. */
  'customers.manage_logins',
  /** National ids and the like: to reveal, to change, to search and to export them. */
  'customers.view_sensitive',
  'invoices.view',
  'invoices.edit',
  /** The dashboard's numbers of money, work and people. */
  'reports.view',
  'messages.view',
  'accounts.view',
  'accounts.edit',
  'settings.edit',
] as const;

export type Permission = (typeof permissions)[number];
