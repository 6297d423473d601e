import { beyond } from '../customers/list/fragment.js';
import type { CustomerScope } from '../customers/scope.js';
import { withinScope } from '../customers/scope.js';
import type { Db, Tx } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { fromRow, toRow } from '../db/rows.js';
import type { LoginStatus } from './login-wish.js';

/** A login without its password. */
export interface Login {
  id: number;
  email: string;
  emailKey: string;
  status: LoginStatus;
  version: number;
  createdAt: number;
  passwordSetAt: number | null;
  /** Whose it was last, while it is nobody's. */
  unlinkedFrom: number | null;
}

const columns = [
  ...['id', 'email', 'email_key', 'status', 'version', 'created_at', 'password_set_at'],
  'unlinked_from',
] as const;

const read = (row: Row | undefined): Login | null => (row ? fromRow<Login>(row) : null);

/** A login by its id, or null. */
export const loginById = async (db: Db | Tx, id: number): Promise<Login | null> =>
  read(await db('logins').where({ id }).first(columns));

/** A login by its folded address, or null. */
export const loginByKey = async (db: Db | Tx, emailKey: string): Promise<Login | null> =>
  read(await db('logins').where({ email_key: emailKey }).first(columns));

/** A login, held until the transaction ends: everybody who gives it to a customer, or removes it, does so first. */
export const holdLogin = async (tx: Tx, id: number): Promise<Login | null> =>
  read(await tx('logins').where({ id }).forUpdate().first(columns));

/** Adds a login and answers its id. Fails as a duplicate when its address is taken. */
export async function insertLogin(
  tx: Tx,
  login: Pick<Login, 'email' | 'emailKey' | 'createdAt' | 'passwordSetAt'> & {
    passwordHash: string;
    createdBy: string;
  },
): Promise<number> {
  const [id] = await tx('logins').insert(toRow(login));
  return Number(id);
}

/** Changes what lets people in by a login, which the transaction holds. */
export async function updateLogin(
  tx: Tx,
  id: number,
  change: { passwordHash: string; passwordSetAt: number } | { status: LoginStatus },
): Promise<void> {
  await tx('logins')
    .where({ id })
    .update({ ...toRow(change), version: tx.raw('version + 1') });
}

/** Gives a login to a customer, or takes it away: then it is remembered whose it was when nobody else has it. */
export async function setLogin(tx: Tx, customer: number, loginId: number | null, former: number | null): Promise<void> {
  await tx('customers').where({ id: customer }).update({ login_id: loginId });
  if (loginId !== null) await tx('logins').where({ id: loginId }).update({ unlinked_from: null });
  else if (former !== null && (await customersOf(tx, former)) === 0)
    await tx('logins').where({ id: former }).update({ unlinked_from: customer });
}

/** How many customers have a login, in the trash and merged ones too. */
export async function customersOf(db: Db | Tx, loginId: number): Promise<number> {
  const row = await db('customers').where({ login_id: loginId }).count({ count: '*' }).first();
  return Number(row?.['count'] ?? 0);
}

/** Numbers of the customers whom a login serves, or will when they leave the trash; `scope` says whose. */
export async function servedBy(db: Db | Tx, loginId: number, scope: CustomerScope): Promise<number[]> {
  const query = db('customers').where({ 'customers.login_id': loginId }).whereIn('status', ['active', 'trashed']);
  const rows: { id: number }[] = await withinScope(query, scope).orderBy('customers.id').select('customers.id');
  return rows.map(({ id }) => id);
}

/** As many logins of one beginning as are looked at; more letters lead to the others. */
const mostLookedAt = 5000;

/** Whether a scope holds everybody whom a login serves, or the one whom it served last. */
export async function isWithin(db: Db | Tx, { id, unlinkedFrom }: Login, scope: CustomerScope): Promise<boolean> {
  if (scope === 'all') return true;
  const served = await servedBy(db, id, 'all');
  if (served.length > 0) return (await servedBy(db, id, scope)).length === served.length;
  const last = db('customers').where({ 'customers.id': unlinkedFrom });
  return (await withinScope(last, scope).first('customers.id')) !== undefined;
}

/** Logins that serve nobody, whose address begins so, by address; `scope` says of whom they were last. */
export async function unlinkedLogins(db: Db, start: string, scope: CustomerScope, most: number): Promise<Login[]> {
  const some = db('logins').orderBy('email_key').limit(mostLookedAt).select(columns).as('logins');
  if (start !== '') some.where('email_key', '>=', start).andWhere('email_key', '<', beyond(start));
  const found = db.from(some);
  if (scope !== 'all')
    found.whereExists((last) =>
      withinScope(last.from('customers').whereRaw('customers.id = logins.unlinked_from'), scope).select(db.raw('1')),
    );
  const rows: Row[] = await found
    .whereNotExists((served) => served.from('customers').whereRaw('customers.login_id = logins.id').select(db.raw('1')))
    .orderBy('email_key')
    .limit(most)
    .select('logins.*');
  return rows.map((row) => fromRow<Login>(row));
}
