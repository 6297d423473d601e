import type { Actor } from '../../lib/actor.js';
import type { Handlers } from '../../lib/endpoint.js';
import { maskedOf } from '../sensitive/store.js';
import { changeCustomer } from './change.js';
import { createCustomer } from './creation.js';
import type { RecordDeps } from './deps.js';
import { findCustomer } from './find.js';
import { loginOf } from './login-of.js';
import type { recordEndpoints } from './schema.js';
import type { CustomerRecord } from './view.js';
import { recordView } from './view.js';

export const recordHandlers = (deps: RecordDeps): Handlers<typeof recordEndpoints> => ({
  'POST /customers': async ({ actor, body }) => readAdded(deps, await createCustomer(deps, actor, body)),
  'GET /customers/:number': ({ actor, params }) => readRecord(deps, actor, params.number),
  'PATCH /customers/:number': async ({ actor, params, body }) => {
    await changeCustomer(deps, actor, params.number, body);
    return readRecord(deps, actor, params.number);
  },
});

type ReadDeps = Omit<RecordDeps, 'readyLogin'>;

/** Whoever added a customer sees what was added, though an account that sees its own alone won't find it again until it books. */
const readAdded = (deps: ReadDeps, number: number): Promise<CustomerRecord> =>
  readRecord(deps, { kind: 'system', name: 'record' }, number);

export async function readRecord(deps: ReadDeps, actor: Actor, number: number): Promise<CustomerRecord> {
  const row = await findCustomer(deps.db, actor, number);
  const { country } = await deps.forms();
  const masked = await maskedOf(deps.db, deps, number, row.nationality);
  return recordView(row, masked, country, await loginOf(deps.db, row));
}
