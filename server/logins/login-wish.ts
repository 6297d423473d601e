import { z } from 'zod';
import { email, id } from '../lib/fields.js';

export const loginStatuses = ['active', 'disabled'] as const;
export type LoginStatus = (typeof loginStatuses)[number];

/** Any text may be tried; what is wrong with it, the rules say. Longer than this it is not even looked at (ATTACKS S76). */
const password = z.string().max(1024);

/** A password, and once more what a form asked for twice. */
export const newPassword = { password, passwordConfirmation: password.optional() };

const loginFields = z.strictObject({
  id: id.optional(),
  email: email.optional(),
  password: password.optional(),
  passwordConfirmation: password.optional(),
});

/** The login that a customer is to have: a new one by its e-mail and password, or one that is there by its id. */
export const loginWish = loginFields.superRefine((wish, context) => {
  const issue = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  const { id: known, ...fresh } = wish;
  if (known !== undefined) for (const name of Object.keys(fresh)) issue(name, 'must not come with id');
  else for (const name of ['email', 'password'] as const) if (fresh[name] === undefined) issue(name, 'is missing');
});
export type LoginWish = z.output<typeof loginWish>;

/** A login as the record and lists of customers show it. */
export const loginSummary = z.object({ id, email: z.string(), status: z.enum(loginStatuses) });
export type LoginSummary = z.output<typeof loginSummary>;
