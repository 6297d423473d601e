import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { email, id, idText, line } from '../lib/fields.js';
import { permissions } from '../lib/permissions.js';

/** A built-in role by its name, or one of the business's own by its id in digits. */
const roleId = z.string().regex(/^(?:owner|manager|receptionist|provider|[1-9]\d{0,14})$/, 'must be a role');

const teamAccount = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.object({ id: z.string(), name: z.string() }),
  provider: z.object({ id, name: z.string() }).nullable(),
  status: z.enum(['active', 'invited', 'disabled']),
  /** When it was last at work here; null before the first time. */
  seenAt: z.string().nullable(),
  createdAt: z.string(),
  /** It may do more than who asks, who therefore can't change it. */
  beyond: z.boolean(),
  /** Nobody else could do everything: it can't be disabled or get another role. */
  lastOwner: z.boolean(),
});
export type TeamAccount = z.output<typeof teamAccount>;

const newAccount = z.strictObject({
  name: line(120),
  email,
  role: roleId,
  providerId: id.nullable().default(null),
  /** null: an invitation goes to the address, and whoever follows it sets one. */
  password: z.string().max(1024).nullable().default(null),
});
export type NewAccount = z.output<typeof newAccount>;

const accountChange = z.strictObject({
  name: line(120).optional(),
  role: roleId.optional(),
  providerId: id.nullable().optional(),
  status: z.enum(['active', 'disabled']).optional(),
});
export type AccountChange = z.output<typeof accountChange>;

const invitation = z.strictObject({
  /** Another address for the account. Its password no longer counts, and the old address is told. */
  email: email.optional(),
  /** One's own password, needed to change an address (ATTACKS S79). */
  currentPassword: z.string().max(1024).optional(),
});
export type Invitation = z.output<typeof invitation>;

const role = z.object({
  id: z.string(),
  name: z.string(),
  builtIn: z.boolean(),
  permissions: z.array(z.enum(permissions)),
  /** How many accounts have it. */
  accounts: z.int(),
  /** 0 of a built-in role, which can't be changed. */
  version: z.int(),
  /** It may do more than who asks, who therefore can neither give nor change it. */
  beyond: z.boolean(),
});
export type Role = z.output<typeof role>;

const permissionList = z.array(z.enum(permissions)).max(permissions.length);
const newRole = z.strictObject({ name: line(80), permissions: permissionList });
const roleChange = z.strictObject({
  /** The version that was read; another one answers `stale`. */
  version: z.int().min(1),
  name: line(80).optional(),
  permissions: permissionList.optional(),
});
export type NewRole = z.output<typeof newRole>;
export type RoleChange = z.output<typeof roleChange>;

const byId = z.strictObject({ id: idText });

export const teamEndpoints = endpoints({
  'GET /accounts': {
    who: 'accounts.view',
    summary: 'The accounts of the team, by name.',
    answer: z.object({ items: z.array(teamAccount) }),
    errors: [],
    limit: 'read',
  },
  'POST /accounts': {
    who: 'accounts.edit',
    summary: 'Add an account, with a password or with an invitation by mail.',
    body: newAccount,
    answer: teamAccount,
    status: 201,
    errors: ['conflict', 'too_many_requests'],
    limit: 'write',
  },
  'PATCH /accounts/:id': {
    who: 'accounts.edit',
    summary: 'Change the name, role, provider or status of an account. Another role or status ends its sessions.',
    params: byId,
    body: accountChange,
    answer: teamAccount,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'POST /accounts/:id/invitation': {
    who: 'accounts.edit',
    summary: 'Invite once more, or to another address.',
    params: byId,
    body: invitation,
    answer: teamAccount,
    errors: ['not_found', 'conflict', 'wrong_credentials', 'too_many_requests'],
    limit: 'write',
  },
  'POST /accounts/:id/sessions-end': {
    who: 'accounts.edit',
    summary: 'Sign an account out everywhere.',
    params: byId,
    body: z.strictObject({}),
    answer: z.null(),
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
  'GET /roles': {
    who: 'accounts.view',
    summary: 'The roles, built-in ones first.',
    answer: z.object({ items: z.array(role) }),
    errors: [],
    limit: 'read',
  },
  'POST /roles': {
    who: 'accounts.edit',
    summary: 'Add a role of the business’s own.',
    body: newRole,
    answer: role,
    status: 201,
    errors: ['conflict'],
    limit: 'write',
  },
  'PATCH /roles/:id': {
    who: 'accounts.edit',
    summary: 'Change a role of the business’s own; it holds from the next request of whoever has it.',
    params: byId,
    body: roleChange,
    answer: role,
    errors: ['not_found', 'conflict', 'stale'],
    limit: 'write',
  },
  'DELETE /roles/:id': {
    who: 'accounts.edit',
    summary: 'Delete a role of the business’s own that no account has.',
    params: byId,
    answer: z.null(),
    status: 204,
    errors: ['not_found', 'in_use'],
    limit: 'write',
  },
});
