import { refuseWeakPassword } from '../accounts/password-rules.js';
import { findActiveCustomer, findCustomer } from '../customers/record/find.js';
import type { CustomerRow } from '../customers/record/row.js';
import { scopeOf } from '../customers/scope.js';
import type { Tx } from '../db/connect.js';
import { isDuplicate, transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import { formatInstant } from '../lib/time-zone.js';
import type { LoginDeps } from './deps.js';
import { shortestLoginPassword } from './login-rules.js';
import type { LoginStatus, LoginWish } from './login-wish.js';
import type { Login } from './queries.js';
import { holdLogin, isWithin, loginById, servedBy, setLogin, updateLogin } from './queries.js';
import { entryOf, readyLogin, refuseOtherConfirmation } from './ready-login.js';

/** The login of a customer with what staff need to know of it. AppError `not_found`, also where the customer has none. */
export async function readLogin({ db }: Pick<LoginDeps, 'db'>, actor: Actor, number: number) {
  const { login_id: id } = await findCustomer(db, actor, number);
  const login = id === null ? null : await loginById(db, id);
  if (!login) throw notFound();
  const { email, status, createdAt, passwordSetAt } = login;
  return {
    id: login.id,
    email,
    status,
    createdAt: formatInstant(createdAt),
    passwordSetAt: passwordSetAt === null ? null : formatInstant(passwordSetAt),
    otherCustomers: (await servedBy(db, login.id, 'all')).filter((customer) => customer !== number).length,
  };
}

/** Gives a customer a new login, or one that is there. AppErrors as `readyLogin`; `conflict` also where they have one. */
export async function giveLogin(deps: LoginDeps, actor: Actor, number: number, wish: LoginWish): Promise<void> {
  const customer = await findActiveCustomer(deps.db, actor, number);
  refuseSecond(customer);
  const whose = { names: [customer.display_name], email: customer.email, below: '' };
  const ready = await readyLogin(deps, actor, wish, whose);
  const give = () =>
    transact(deps.db, async (tx) => {
      const row = await holdCustomer(tx, actor, number);
      refuseSecond(row);
      await ready.attach(tx, number, deps.clock.now());
    });
  try {
    await give();
  } catch (error) {
    // Another one was faster to take the address: now it is seen, and said.
    if (!isDuplicate(error)) throw error;
    await give();
  }
}

/** Takes a customer's login away. It stays, for somebody else or for this one again, until the customer is erased. */
export const takeLogin = (deps: LoginDeps, actor: Actor, number: number): Promise<void> =>
  change(deps, actor, number, async (tx, login, at) => {
    await setLogin(tx, number, null, login.id);
    await deps.record(tx, [entryOf(actor, at, 'unlinked', number, { login: { from: login.email, to: null } })]);
  });

/** Lets nobody in by this login any more, or again; on record for everybody whom it serves. */
export const setStatus = (deps: LoginDeps, actor: Actor, number: number, status: LoginStatus): Promise<void> =>
  change(deps, actor, number, async (tx, login, at) => {
    if (login.status === status) return;
    await refuseHalfSeen(tx, login, actor);
    await updateLogin(tx, login.id, { status });
    const values = { loginStatus: { from: login.status, to: status } };
    await deps.record(
      tx,
      (await servedBy(tx, login.id, 'all')).map((customer) => entryOf(actor, at, 'changed', customer, values)),
    );
  });

/** Another password, in the place of the one before. AppErrors: `invalid_request` by field; `forbidden` as `refuseHalfSeen`. */
export async function setPassword(
  deps: LoginDeps,
  actor: Actor,
  number: number,
  given: { password: string; passwordConfirmation?: string | undefined },
): Promise<void> {
  const { email } = await readLogin(deps, actor, number);
  const { display_name: name } = await findActiveCustomer(deps.db, actor, number);
  refuseOtherConfirmation(given);
  refuseWeakPassword(given.password, [await deps.businessName(), email, name], 'password', shortestLoginPassword);
  const passwordHash = await deps.passwords.hash(given.password);
  await change(deps, actor, number, async (tx, login, at) => {
    // The password was looked at beside this address.
    if (login.email !== email) throw new AppError('stale', 'The login of this customer was changed meanwhile.');
    await refuseHalfSeen(tx, login, actor);
    await updateLogin(tx, login.id, { passwordHash, passwordSetAt: at });
    await deps.record(
      tx,
      (await servedBy(tx, login.id, 'all')).map((customer) => entryOf(actor, at, 'password_set', customer, {})),
    );
  });
}

/** Works on the login of a customer in use, holding both. AppErrors: `not_found`, also without a login; `conflict`. */
const change = (
  { db, clock }: LoginDeps,
  actor: Actor,
  number: number,
  work: (tx: Tx, login: Login, at: number) => Promise<void>,
): Promise<void> =>
  transact(db, async (tx) => {
    const { login_id: id } = await holdCustomer(tx, actor, number);
    const login = id === null ? null : await holdLogin(tx, id);
    if (!login) throw notFound();
    await work(tx, login, clock.now());
  });

async function holdCustomer(tx: Tx, actor: Actor, number: number): Promise<CustomerRow> {
  await tx('customers').where({ id: number }).forUpdate().first('id');
  return findActiveCustomer(tx, actor, number);
}

function refuseSecond({ login_id: id }: CustomerRow): void {
  if (id !== null)
    throw new AppError('conflict', 'This customer has a login. Unlink it first.', { details: { reason: 'has_login' } });
}

/** AppError `forbidden` where a login serves somebody, too, whom the actor may not see. */
async function refuseHalfSeen(tx: Tx, login: Login, actor: Actor): Promise<void> {
  if (!(await isWithin(tx, login, scopeOf(actor))))
    throw new AppError('forbidden', 'This login serves another customer, whom your account may not see.');
}
