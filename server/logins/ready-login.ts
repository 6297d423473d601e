import { refuseWeakPassword } from '../accounts/password-rules.js';
import type { AuditEntry } from '../audit/record.js';
import { foldEmail } from '../customers/identity.js';
import { scopeOf } from '../customers/scope.js';
import type { Tx } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { actorLabel } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { LoginDeps } from './deps.js';
import { mayShareLogin, shortestLoginPassword } from './login-rules.js';
import type { LoginWish } from './login-wish.js';
import type { Login } from './queries.js';
import { customersOf, holdLogin, insertLogin, isWithin, loginByKey, setLogin } from './queries.js';

/** Whose the login is to be, and how the request names its fields. */
export interface LoginFor {
  /** Names that the password must not consist of. */
  names: readonly string[];
  /** The customer's own address, or null. */
  email: string | null;
  /** `login` where the fields are `login.email` and so on; '' where they stand alone. */
  below: string;
}

/** A login that is in order, to be given to a customer in the transaction that adds or changes them. */
export interface ReadyLogin {
  /**
   * Gives it to a customer without one, whom the transaction holds. Fails as a duplicate when another one was faster to take the
   * address: then it can be tried again, and is refused. AppErrors `conflict`, `not_found`.
   */
  attach(tx: Tx, customer: number, at: number): Promise<void>;
}

export type MakeLoginReady = (actor: Actor, wish: LoginWish, whose: LoginFor) => Promise<ReadyLogin>;

/**
 * All that is done before the transaction: the password is checked and hashed (DESIGN, section 4: nothing slow inside). AppErrors:
 * `forbidden` without `customers.manage_logins`; `invalid_request` by field; `conflict` for an address that is a login already, with
 * `details.login` to link instead where that is possible.
 */
export async function readyLogin(deps: LoginDeps, actor: Actor, wish: LoginWish, whose: LoginFor): Promise<ReadyLogin> {
  const { below } = whose;
  if (!(actor.kind === 'account' && actor.permissions.has('customers.manage_logins')))
    throw new AppError('forbidden', 'Your account may not manage logins.', below === '' ? {} : { field: below });
  const { id, email = '', password = '' } = wish;
  if (id !== undefined)
    return { attach: (tx, customer, at) => linkExisting(deps, tx, { actor, id, whose, customer, at }) };
  const fieldOf = (name: string): string => (below === '' ? name : `${below}.${name}`);
  refuseOtherConfirmation(wish, fieldOf('passwordConfirmation'));
  const names = [await deps.businessName(), email, ...whose.names];
  refuseWeakPassword(password, names, fieldOf('password'), shortestLoginPassword);
  const emailKey = foldEmail(email);
  await refuseTaken(deps.db, await loginByKey(deps.db, emailKey), actor, whose, fieldOf('email'));
  const passwordHash = await deps.passwords.hash(password);
  return {
    async attach(tx, customer, at) {
      await refuseTaken(tx, await loginByKey(tx, emailKey), actor, whose, fieldOf('email'));
      const row = { email, emailKey, passwordHash, passwordSetAt: at, createdAt: at, createdBy: actorLabel(actor) };
      await setLogin(tx, customer, await insertLogin(tx, row), null);
      await deps.record(tx, [entryOf(actor, at, 'created', customer, { login: { from: null, to: email } })]);
    },
  };
}

/** AppError `invalid_request` when what was typed a second time is something else. */
export function refuseOtherConfirmation(
  { password, passwordConfirmation }: { password?: string | undefined; passwordConfirmation?: string | undefined },
  field = 'passwordConfirmation',
): void {
  if (passwordConfirmation === undefined || passwordConfirmation.normalize('NFKC') === password?.normalize('NFKC'))
    return;
  throw new AppError('invalid_request', 'The two passwords differ.', { field, details: { reason: 'differs' } });
}

/** A row of the trail about a customer's login. It names the address and never a password. */
export const entryOf = (
  actor: Actor,
  at: number,
  deed: 'created' | 'linked' | 'unlinked' | 'changed' | 'password_set',
  customer: number,
  values: Record<string, unknown>,
): AuditEntry => ({ at, actor, action: `customer.login_${deed}`, subject: `customer:${customer}`, values });

interface Linking {
  actor: Actor;
  id: number;
  whose: LoginFor;
  customer: number;
  at: number;
}

async function linkExisting(deps: LoginDeps, tx: Tx, { actor, id, whose, customer, at }: Linking): Promise<void> {
  const field = whose.below === '' ? 'id' : `${whose.below}.id`;
  const login = await holdLogin(tx, id);
  if (!login) throw new AppError('not_found', 'There is no such login.', { field });
  // As it is now: it may have been changed since the request was looked at.
  const { email } = await tx('customers').where({ id: customer }).first('email');
  if (!(await isLinkable(tx, login, actor, email)))
    throw new AppError('conflict', 'This login serves another customer already.', {
      field,
      details: { reason: 'login_in_use' },
    });
  await setLogin(tx, customer, id, null);
  await deps.record(tx, [entryOf(actor, at, 'linked', customer, { login: { from: null, to: login.email } })]);
}

/** Whether a customer with this address may get a login from this actor, who must see all whom it serves or served (ATTACKS S04). */
async function isLinkable(
  db: LoginDeps['db'] | Tx,
  login: Login,
  actor: Actor,
  email: string | null,
): Promise<boolean> {
  const customers = await customersOf(db, login.id);
  const own = email === null ? null : foldEmail(email);
  return mayShareLogin({ emailKey: login.emailKey, customers }, own) && (await isWithin(db, login, scopeOf(actor)));
}

async function refuseTaken(
  db: LoginDeps['db'] | Tx,
  login: Login | null,
  actor: Actor,
  whose: LoginFor,
  field: string,
): Promise<void> {
  if (!login) return;
  const { id, email, status } = login;
  const linkable = await isLinkable(db, login, actor, whose.email);
  throw new AppError(
    'conflict',
    linkable
      ? 'There is a login with this e-mail address already. Link it instead.'
      : 'This e-mail address is the login of another customer already.',
    { field, details: { reason: 'login_exists', login: linkable ? { id, email, status } : null } },
  );
}
