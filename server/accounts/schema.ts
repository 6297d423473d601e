import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { id } from '../lib/fields.js';
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
