import type { z } from 'zod';
import type { Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { scopeOf } from '../scope.js';
import { saveSensitive } from '../sensitive/store.js';
import type { RecordDeps } from './deps.js';
import { deriveRecord, splitName } from './derived.js';
import type { RecordValues } from './fields.js';
import { emptyRecord, given, isEmpty, nameAndContactOf, plainColumnsOf } from './fields.js';
import { givingWay } from './giving-way.js';
import type { Likely } from './likely.js';
import { likelyCustomers } from './likely.js';
import { notePairs } from './pairs.js';
import { refuseFutureBirth, refuseMissing, refuseSensitive, refuseSensitiveMissing } from './refusals.js';
import type { recordEndpoints } from './schema.js';
import { insertCustomer } from './write.js';

export type NewCustomer = z.output<(typeof recordEndpoints)['POST /customers']['body']>;

/**
 * Adds a customer by hand (A002) and answers the number. AppErrors: `invalid_request` by field; `forbidden` for sensitive values
 * without their permission, or for a login; `conflict` with `details.duplicates` when somebody in use looks like the same person, unless
 * `despiteDuplicates`.
 */
export async function createCustomer(deps: RecordDeps, actor: Actor, body: NewCustomer): Promise<number> {
  const { add } = await readyCustomer(deps, actor, body);
  return givingWay(() => transact(deps.db, add));
}

/** A new customer whose fields are in order. */
export interface ReadyCustomer {
  values: RecordValues;
  /**
   * Adds them in a transaction, with the row of the trail, and answers the number. Fails as a duplicate when another one was faster
   * to take the identity key: then it can be tried again.
   */
  add(tx: Tx): Promise<number>;
}

/** All that is checked before the transaction. AppErrors as `createCustomer`, but for `conflict`, which `add` throws. */
export async function readyCustomer(deps: RecordDeps, actor: Actor, body: NewCustomer): Promise<ReadyCustomer> {
  const { sensitive, despiteDuplicates = false } = body;
  refuseSensitive(actor, sensitive);
  const forms = await deps.forms();
  const { country, customerFields } = forms;
  const values: RecordValues = { ...emptyRecord, ...given({ ...body, ...namesOf(body) }) };
  const at = deps.clock.now();
  refuseMissing(customerFields, values);
  refuseFutureBirth(values.birthDate, at);
  refuseSensitiveMissing(actor, forms, values.nationality, sensitive ?? {}, []);

  const login = body.login && (await deps.readyLogin(actor, body.login, ofCustomer(values)));
  const derived = deriveRecord(nameAndContactOf(values), country);
  const alike = { columns: derived.columns, birthDate: values.birthDate };
  const add = async (tx: Tx): Promise<number> => {
    if (!despiteDuplicates) refuseDuplicates(await likelyCustomers(tx, { ...alike, scope: scopeOf(actor) }));
    const number = await insertCustomer(tx, derived, { ...plainColumnsOf(values), source: 'staff', created_at: at });
    const changed = sensitive ? await saveSensitive(tx, deps, number, values.nationality, sensitive, at) : [];
    await notePairs(tx, number, await likelyCustomers(tx, { ...alike, except: number, scope: 'all' }), at);
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
    await deps.record(tx, [
      {
        at,
        actor,
        action: 'customer.created',
        subject: `customer:${number}`,
        values: { ...filled, ...(changed.length > 0 ? { sensitive: changed } : {}) },
      },
    ]);
    await login?.attach(tx, number, at);
    return number;
  };
  return { values, add };
}

const ofCustomer = ({ firstName, lastName, displayName, email }: RecordValues) => ({
  names: [`${firstName} ${lastName}`, displayName ?? ''],
  ...{ email, below: 'login' },
});

/** First and last name as given, or a full name split (A012). */
function namesOf({ firstName, lastName, fullName }: NewCustomer): { firstName?: string; lastName?: string | null } {
  if (fullName === undefined) return { ...(firstName ? { firstName } : {}), ...(lastName ? { lastName } : {}) };
  if (firstName !== undefined || lastName !== undefined)
    throw new AppError('invalid_request', 'fullName must not come with firstName or lastName.', { field: 'fullName' });
  const split = splitName(fullName);
  if (split.firstName.length > 100 || split.lastName.length > 100)
    throw new AppError('invalid_request', 'fullName must hold at most 100 characters of either name.', {
      field: 'fullName',
    });
  return split;
}

function refuseDuplicates(duplicates: Likely[]): void {
  if (duplicates.length === 0) return;
  throw new AppError('conflict', 'There is a customer who may be the same person.', { details: { duplicates } });
}
