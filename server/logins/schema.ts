import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { idText } from '../lib/fields.js';
import { loginStatuses, loginSummary, loginWish, newPassword } from './login-wish.js';

const login = loginSummary.extend({
  createdAt: z.string(),
  /** When its password was set last; null without one. */
  passwordSetAt: z.string().nullable(),
  /** How many other customers it serves. */
  otherCustomers: z.int(),
});

/** Most logins that a search answers. */
export const mostFound = 20;

const params = z.strictObject({ number: idText });

export const loginEndpoints = endpoints({
  'GET /logins': {
    who: 'customers.manage_logins',
    summary: 'Logins that serve no customer, by address: those that the account can link. At most twenty.',
    query: z.strictObject({ q: z.string().trim().max(254).optional() }),
    answer: z.object({ items: z.array(z.object({ ...loginSummary.shape, createdAt: z.string() })) }),
    errors: [],
    limit: 'read',
  },
  'GET /customers/:number/login': {
    who: 'customers.manage_logins',
    summary: 'The login of a customer.',
    params,
    answer: login,
    errors: ['not_found'],
    limit: 'read',
  },
  'POST /customers/:number/login': {
    who: 'customers.manage_logins',
    summary:
      'Give a customer a new login, by e-mail and password, or one that is there, by id. 409 names the login to link instead.',
    params,
    body: loginWish,
    answer: login,
    status: 201,
    errors: ['not_found', 'conflict', 'forbidden', 'too_many_requests'],
    limit: 'write',
  },
  'PATCH /customers/:number/login': {
    who: 'customers.manage_logins',
    summary: 'Disable the login of a customer, or enable it again.',
    params,
    body: z.strictObject({ status: z.enum(loginStatuses) }),
    answer: login,
    errors: ['not_found', 'conflict', 'forbidden'],
    limit: 'write',
  },
  'POST /customers/:number/login/password': {
    who: 'customers.manage_logins',
    summary: 'Set another password for the login of a customer.',
    params,
    body: z.strictObject(newPassword),
    answer: z.null(),
    status: 204,
    errors: ['not_found', 'conflict', 'forbidden', 'stale', 'too_many_requests'],
    limit: 'write',
  },
  'DELETE /customers/:number/login': {
    who: 'customers.manage_logins',
    summary: 'Unlink the login of a customer. It stays, and can be linked again.',
    params,
    answer: z.null(),
    status: 204,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
});
