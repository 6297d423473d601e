import { foldEmail } from '../customers/identity.js';
import { scopeOf } from '../customers/scope.js';
import type { Handlers } from '../lib/endpoint.js';
import { formatInstant } from '../lib/time-zone.js';
import { giveLogin, readLogin, setPassword, setStatus, takeLogin } from './changing.js';
import type { LoginDeps } from './deps.js';
import { unlinkedLogins } from './queries.js';
import type { loginEndpoints } from './schema.js';
import { mostFound } from './schema.js';

export const loginHandlers = (deps: LoginDeps): Handlers<typeof loginEndpoints> => ({
  async 'GET /logins'({ actor, query: { q = '' } }) {
    const found = await unlinkedLogins(deps.db, foldEmail(q), scopeOf(actor), mostFound);
    return {
      items: found.map(({ id, email, status, createdAt }) => ({
        ...{ id, email, status },
        createdAt: formatInstant(createdAt),
      })),
    };
  },
  'GET /customers/:number/login': ({ actor, params }) => readLogin(deps, actor, params.number),
  async 'POST /customers/:number/login'({ actor, params: { number }, body }) {
    await giveLogin(deps, actor, number, body);
    return readLogin(deps, actor, number);
  },
  async 'PATCH /customers/:number/login'({ actor, params: { number }, body }) {
    await setStatus(deps, actor, number, body.status);
    return readLogin(deps, actor, number);
  },
  async 'POST /customers/:number/login/password'({ actor, params, body }) {
    await setPassword(deps, actor, params.number, body);
    return null;
  },
  async 'DELETE /customers/:number/login'({ actor, params }) {
    await takeLogin(deps, actor, params.number);
    return null;
  },
});
