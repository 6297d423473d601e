import type { Handlers } from '../lib/endpoint.js';
import type { TeamDeps } from './deps.js';
import { inviteAgain } from './invitation.js';
import {
  accountOf,
  changeOwnPassword,
  endOtherSessions,
  endOwnSession,
  ownSessions,
  passwordCheck,
  renameSelf,
} from './own-account.js';
import { addRole, changeRole, deleteRole, listRoles } from './own-roles.js';
import { openLink, resetRequests, useLink } from './password-links.js';
import type { ownAccountEndpoints, passwordLinkEndpoints } from './schema.js';
import type { AccountService } from './service.js';
import { sessionIdle } from './service.js';
import { addAccount, changeAccount, endAccountSessions, listTeam } from './team.js';
import type { teamEndpoints } from './team-schema.js';

export const teamHandlers = (deps: TeamDeps): Handlers<typeof teamEndpoints> => {
  const check = passwordCheck(deps);
  return {
    'GET /accounts': async ({ actor }) => ({ items: await listTeam(deps, accountOf(actor)) }),
    'POST /accounts': ({ actor, body }) => addAccount(deps, actor, body),
    'PATCH /accounts/:id': ({ actor, params, body }) => changeAccount(deps, actor, params.id, body),
    'POST /accounts/:id/invitation': ({ actor, params, body, ip }) =>
      inviteAgain(deps, check, { actor, id: params.id, ip, ...body }),
    'POST /accounts/:id/sessions-end': async ({ actor, params }) => {
      await endAccountSessions(deps, actor, params.id);
      return null;
    },
    'GET /roles': async ({ actor }) => ({ items: await listRoles(deps, accountOf(actor).permissions) }),
    'POST /roles': ({ actor, body }) => addRole(deps, actor, body),
    'PATCH /roles/:id': ({ actor, params, body }) => changeRole(deps, actor, params.id, body),
    'DELETE /roles/:id': async ({ actor, params }) => {
      await deleteRole(deps, actor, params.id);
      return null;
    },
  };
};

export const ownAccountHandlers = (
  deps: TeamDeps,
  accounts: Pick<AccountService, 'signedIn'>,
): Handlers<typeof ownAccountEndpoints> => {
  const check = passwordCheck(deps);
  return {
    'PATCH /account': async ({ actor, body }) => {
      await renameSelf(deps, actor, body.name);
      return accounts.signedIn(accountOf(actor));
    },
    'POST /account/password': async ({ actor, body, ip }) => {
      await changeOwnPassword(deps, check, { actor, ip, ...body });
      return null;
    },
    'GET /account/sessions': async ({ actor }) => ({ items: await ownSessions(deps, actor, sessionIdle) }),
    'DELETE /account/sessions': async ({ actor }) => {
      await endOtherSessions(deps, actor);
      return null;
    },
    'DELETE /account/sessions/:id': async ({ actor, params }) => {
      await endOwnSession(deps, actor, params.id);
      return null;
    },
  };
};

export const passwordLinkHandlers = (deps: TeamDeps): Handlers<typeof passwordLinkEndpoints> => {
  const askReset = resetRequests(deps);
  return {
    'POST /password-reset': async ({ body, ip }) => {
      await askReset(body.email, ip);
      return null;
    },
    'POST /password-link': async ({ body }) => {
      const { purpose, name, email } = await openLink(deps, body.token);
      return { purpose, name, email };
    },
    'POST /password-link/password': async ({ body, ip }) => {
      await useLink(deps, { ...body, ip });
      return null;
    },
  };
};
