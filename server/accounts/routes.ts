import type { Handlers } from '../lib/endpoint.js';
import { Reply } from '../lib/endpoint.js';
import { endedCookie, sessionCookie } from './cookie.js';
import { accountOf } from './own-account.js';
import type { sessionEndpoints } from './schema.js';
import type { AccountService } from './service.js';
import { sessionLength } from './service.js';

export interface SessionRouteDeps {
  accounts: Pick<AccountService, 'signIn' | 'signedIn' | 'signOut'>;
  /** Whether the server is reached by https, which decides the name and the flags of the cookie. */
  secure: boolean;
}

export const sessionHandlers = ({ accounts, secure }: SessionRouteDeps): Handlers<typeof sessionEndpoints> => ({
  'POST /session': async ({ actor, body, ip }) => {
    const previous = actor.kind === 'account' ? actor.sessionHash : '';
    const { token, ...signedIn } = await accounts.signIn(body.email, body.password, previous, ip);
    return new Reply(signedIn, { setCookie: sessionCookie(token, sessionLength / 1000, secure) });
  },
  'GET /session': ({ actor }) => accounts.signedIn(accountOf(actor)),
  'DELETE /session': async ({ actor }) => {
    await accounts.signOut(accountOf(actor));
    return new Reply(null, { setCookie: endedCookie(secure) });
  },
});
