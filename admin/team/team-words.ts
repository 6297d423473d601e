import type { ApiError } from '../../widget/kit/api.js';
import type { AdminWords } from '../admin-words.js';

const builtIn = ['owner', 'manager', 'receptionist', 'provider'] as const;

/** What a role is called: built-in ones in the reader's language, own ones as they were named. */
export function roleName({ t }: AdminWords, role: { id: string; name: string }): string {
  const known = builtIn.find((id) => id === role.id);
  return known ? t(`role.${known}`) : role.name;
}

const passwordFaults = ['too_short', 'too_long', 'common', 'context'] as const;

/** What is wrong with a password that the server refused; undefined when it refused something else. */
export function passwordFault({ t }: AdminWords, error: ApiError): string | undefined {
  const reason = passwordFaults.find((known) => known === error.details['reason']);
  return error.code === 'invalid_request' && reason ? t(`password.${reason}`) : undefined;
}

/** What a refusal of the team's endpoints means. */
export function teamFault(words: AdminWords, error: ApiError): string | undefined {
  const { t } = words;
  if (error.code === 'conflict') {
    if (error.details['reason'] === 'last_owner') return t('team.lastOwner');
    if (error.field === 'email') return t('team.emailTaken');
    if (error.field === 'name') return t('team.roleTaken');
  }
  if (error.code === 'stale') return t('team.stale');
  if (error.code === 'wrong_credentials') return t('team.wrongPassword');
  if (error.code === 'forbidden' && 'lacking' in error.details) return t('team.lacking');
  if (error.code === 'too_many_requests') return t('signIn.tooMany');
  if (error.code === 'invalid_request' && error.field === 'email') return t('team.emailMissing');
  return passwordFault(words, error);
}
