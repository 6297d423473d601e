import type { Permission } from '../admin-api.js';

const nouns = [
  'appointments',
  'catalog',
  'providers',
  'customers',
  'invoices',
  'reports',
  'messages',
  'accounts',
  'settings',
] as const;
export type Noun = (typeof nouns)[number];

/** Permissions by what they are about, each group in the order in which they came; nothing is left out. */
export function grouped(permissions: readonly Permission[]): { noun: Noun; permissions: Permission[] }[] {
  return nouns.map((noun) => ({
    noun,
    permissions: permissions.filter((permission) => permission.startsWith(`${noun}.`)),
  }));
}
