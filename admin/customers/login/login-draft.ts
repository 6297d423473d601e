import type { AdminApi } from '../../../server/api.js';

export type LoginWish = AdminApi['POST /customers/:number/login']['body'];
export type Login = NonNullable<AdminApi['GET /customers/:number']['answer']['login']>;

export type LoginKind = 'none' | 'new' | 'existing';

/** What was typed about a login. */
export interface LoginDraft {
  kind: LoginKind;
  /** null: the customer's own address. */
  email: string | null;
  password: string;
  passwordConfirmation: string;
  /** Of a login that is there; '' while none is chosen. */
  id: string;
}

/** The fields by the names that they have in the form and, behind `login.`, in a request. */
export type LoginField = 'email' | 'password' | 'passwordConfirmation' | 'id';
export const loginFields: readonly LoginField[] = ['email', 'password', 'passwordConfirmation', 'id'];

export type LoginFault = 'missing' | 'email' | 'too_short' | 'differs';

/** Fewest characters; the server decides (server/logins/login-rules.ts). */
const shortest = 10;
const emailLike = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/;

export const noLogin: LoginDraft = { kind: 'none', email: null, password: '', passwordConfirmation: '', id: '' };

export const emailOf = ({ email }: LoginDraft, customerEmail: string): string => (email ?? customerEmail).trim();

/** What is wrong with a draft before the server looks at it, field by field in their order. */
export function faultsOf(draft: LoginDraft, customerEmail: string): Partial<Record<LoginField, LoginFault>> {
  if (draft.kind === 'existing') return draft.id === '' ? { id: 'missing' } : {};
  if (draft.kind === 'none') return {};
  const email = emailOf(draft, customerEmail);
  const { password, passwordConfirmation } = draft;
  const faults: Partial<Record<LoginField, LoginFault>> = {};
  if (email === '') faults.email = 'missing';
  else if (!emailLike.test(email) || email.length > 254) faults.email = 'email';
  if (password === '') faults.password = 'missing';
  else if ([...password.normalize('NFKC')].length < shortest) faults.password = 'too_short';
  if (password.normalize('NFKC') !== passwordConfirmation.normalize('NFKC')) faults.passwordConfirmation = 'differs';
  return faults;
}

/** What is sent; null where no login is wanted. */
export function wishOf(draft: LoginDraft, customerEmail: string): LoginWish | null {
  if (draft.kind === 'none') return null;
  if (draft.kind === 'existing') return { id: Number(draft.id) };
  const { password, passwordConfirmation } = draft;
  return { email: emailOf(draft, customerEmail), password, passwordConfirmation };
}
