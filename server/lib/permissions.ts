/** What an account may be allowed to do. Roles are named sets of these (accounts/roles.ts). */
export const permissions = [
  'appointments.view',
  'appointments.edit',
  'catalog.view',
  'catalog.edit',
  'providers.view',
  'providers.edit',
  'customers.view',
  'messages.view',
] as const;

export type Permission = (typeof permissions)[number];
