import type { z } from 'zod';
import { changedValues } from '../../audit/changes.js';
import type { Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { maskedOf, saveSensitive, storedFields } from '../sensitive/store.js';
import type { Forms, RecordDeps } from './deps.js';
import { deriveRecord } from './derived.js';
import type { RecordValues } from './fields.js';
import { changesNameOrContact, given, nameAndContactOf, plainColumnsOf, valuesOf } from './fields.js';
import { findActiveCustomer } from './find.js';
import { givingWay } from './giving-way.js';
import { likelyCustomers } from './likely.js';
import { loginOf } from './login-of.js';
import { notePairs } from './pairs.js';
import { refuseFutureBirth, refuseMissing, refuseSensitive, refuseSensitiveMissing } from './refusals.js';
import type { CustomerRow } from './row.js';
import type { recordEndpoints } from './schema.js';
import { recordView } from './view.js';
import { updateNameAndContact } from './write.js';

export type CustomerChange = z.output<(typeof recordEndpoints)['PATCH /customers/:number']['body']>;
type SensitiveValues = NonNullable<CustomerChange['sensitive']>;

/**
 * Changes the fields that are given (A069). AppErrors: `not_found`; `conflict` for a customer who is not in use; `forbidden` for
 * sensitive values without their permission; `invalid_request` by field; `stale` with `details.current` and `details.changed` when
 * somebody else was faster.
 */
export async function changeCustomer(
  deps: RecordDeps,
  actor: Actor,
  number: number,
  { version, sensitive, ...fields }: CustomerChange,
): Promise<void> {
  refuseSensitive(actor, sensitive);
  const seen = await findActiveCustomer(deps.db, actor, number);
  const change = given(fields);
  const differs = Object.keys(differences(seen, change)).length > 0 || sensitive !== undefined;
  if (seen.version === version && !differs) return;
  const forms = await deps.forms();
  const done = await givingWay(() =>
    transact(deps.db, async (tx) => {
      // Written before anything is read: of two who started from one version, the second finds another one (and waits for it).
      const claimed = await tx('customers')
        .where({ id: number, version, status: 'active' })
        .update({ version: version + 1, updated_at: deps.clock.now() });
      if (claimed === 1) await apply(tx, { ...deps, forms }, actor, number, change, sensitive);
      return claimed === 1;
    }),
  );
  if (!done) throw await staleness(deps, actor, number, change, forms.country);
}

/** The forms are read beforehand: a transaction holds a connection, and on SQLite there is one. */
type ApplyDeps = Omit<RecordDeps, 'forms'> & { forms: Forms };

const differences = (row: CustomerRow, change: Partial<RecordValues>) => changedValues(valuesOf(row), change);

async function apply(
  tx: Tx,
  deps: ApplyDeps,
  actor: Actor,
  number: number,
  change: Partial<RecordValues>,
  sensitive: SensitiveValues | undefined,
): Promise<void> {
  const at = deps.clock.now();
  const { country, customerFields } = deps.forms;
  const row: CustomerRow = await tx('customers').where({ id: number }).first();
  const changed = differences(row, change);
  const before = valuesOf(row);
  const after = { ...before, ...change };
  // What was empty before may stay so: nobody has to ask a customer for an e-mail to correct a postal code.
  refuseMissing(customerFields, Object.fromEntries(Object.keys(changed).map((name) => [name, after[name as 'note']])));
  refuseFutureBirth(change.birthDate, at);
  if (changesNameOrContact(changed)) {
    const columns = plainColumnsOf(change);
    await updateNameAndContact(tx, number, nameAndContactOf(before), nameAndContactOf(after), country, columns);
  } else if (Object.keys(changed).length > 0) {
    await tx('customers').where({ id: number }).update(plainColumnsOf(change));
  }
  const sensitiveChanged = await applySensitive(tx, deps, actor, number, after, 'nationality' in changed, sensitive);
  if (changesNameOrContact(changed) || 'birthDate' in changed) {
    const { columns } = deriveRecord(nameAndContactOf(after), country);
    const alike = { columns, birthDate: after.birthDate, except: number, scope: 'all' as const };
    await notePairs(tx, number, await likelyCustomers(tx, alike), at);
  }
  const values = { ...changed, ...(sensitiveChanged.length > 0 ? { sensitive: sensitiveChanged } : {}) };
  if (Object.keys(values).length > 0)
    await deps.record(tx, [{ at, actor, action: 'customer.changed', subject: `customer:${number}`, values }]);
}

async function applySensitive(
  tx: Tx,
  deps: ApplyDeps,
  actor: Actor,
  number: number,
  { nationality }: RecordValues,
  moved: boolean,
  values: SensitiveValues | undefined,
): Promise<readonly string[]> {
  if (!moved && values === undefined) return [];
  refuseSensitiveMissing(actor, deps.forms, nationality, values ?? {}, await storedFields(tx, number));
  return values === undefined ? [] : saveSensitive(tx, deps, number, nationality, values, deps.clock.now());
}

/** Both versions, for the person who came second to choose from. */
async function staleness(
  deps: RecordDeps,
  actor: Actor,
  number: number,
  change: Partial<RecordValues>,
  country: string,
): Promise<AppError> {
  const row = await findActiveCustomer(deps.db, actor, number);
  const masked = await maskedOf(deps.db, deps, number, row.nationality);
  const changed = Object.entries(differences(row, change)).map(([field, { from, to }]) => ({
    field,
    yours: to,
    theirs: from,
  }));
  return new AppError('stale', 'Somebody else has changed this customer meanwhile.', {
    details: { current: recordView(row, masked, country, await loginOf(deps.db, row)), changed },
  });
}
