import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { id, line } from '../lib/fields.js';
import { permissions } from '../lib/permissions.js';

const signedIn = z.object({
  account: z.object({ id, name: z.string(), email: z.string(), role: z.string() }),
  permissions: z.array(z.enum(permissions)),
});

export const sessionEndpoints = endpoints({
  'POST /session': {
    who: 'anyone',
    summary: 'Sign in to the admin.',
    // Any text may be tried: what is no address at all gets the same answer as a wrong password (ATTACKS S69).
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(1024) }),
    answer: signedIn,
    status: 201,
    errors: ['wrong_credentials'],
    limit: 'sign-in',
  },
  'GET /session': {
    who: 'account',
    summary: 'Who is signed in, and what they may do.',
    answer: signedIn,
    errors: [],
    limit: 'read',
  },
  'DELETE /session': {
    who: 'account',
    summary: 'Sign out.',
    answer: z.null(),
    status: 204,
    errors: [],
    limit: 'write',
  },
});

const ownSession = z.object({
  /** Names the session; it opens nothing. */
  id: z.string(),
  createdAt: z.string(),
  seenAt: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});
export type OwnSession = z.output<typeof ownSession>;

const password = z.string().max(1024);
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be the token of a link');

export const ownAccountEndpoints = endpoints({
  'PATCH /account': {
    who: 'account',
    summary: 'Change one’s own name. Role, permissions and provider are others’ to change.',
    body: z.strictObject({ name: line(120).optional() }),
    answer: signedIn,
    errors: [],
    limit: 'write',
  },
  'POST /account/password': {
    who: 'account',
    summary: 'Set another password for oneself; all other sessions end.',
    body: z.strictObject({ currentPassword: password, newPassword: password }),
    answer: z.null(),
    status: 204,
    errors: ['wrong_credentials'],
    limit: 'sign-in',
  },
  'GET /account/sessions': {
    who: 'account',
    summary: 'Where one is signed in.',
    answer: z.object({ items: z.array(ownSession) }),
    errors: [],
    limit: 'read',
  },
  'DELETE /account/sessions': {
    who: 'account',
    summary: 'Sign out everywhere but here.',
    answer: z.null(),
    status: 204,
    errors: [],
    limit: 'write',
  },
  'DELETE /account/sessions/:id': {
    who: 'account',
    summary: 'Sign out in one place.',
    params: z.strictObject({ id: z.string().regex(/^[0-9a-f]{1,32}$/, 'must be the id of a session') }),
    answer: z.null(),
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
});

export const passwordLinkEndpoints = endpoints({
  'POST /password-reset': {
    who: 'anyone',
    summary: 'Ask for a link to set another password. The answer is the same for every address.',
    body: z.strictObject({ email: z.string().max(254) }),
    answer: z.null(),
    status: 204,
    errors: [],
    limit: 'sign-in',
  },
  'POST /password-link': {
    who: 'anyone',
    summary: 'What a link from a mail is for, and for whom.',
    body: z.strictObject({ token }),
    answer: z.object({ purpose: z.enum(['invitation', 'reset']), name: z.string(), email: z.string() }),
    errors: ['not_found'],
    limit: 'sign-in',
  },
  'POST /password-link/password': {
    who: 'anyone',
    summary: 'Set the password of the account that a link belongs to, once.',
    body: z.strictObject({
      token,
      /** How the invited person wants to be called. */
      name: line(120).nullable().default(null),
      password,
    }),
    answer: z.null(),
    status: 204,
    errors: ['not_found'],
    limit: 'sign-in',
  },
});
