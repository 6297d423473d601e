import type { ApiError } from '../../../widget/kit/api.js';
import type { AdminWords } from '../../admin-words.js';
import { errorWords } from '../../error-words.js';
import type { LoginFault } from './login-draft.js';

export function faultWords({ t }: AdminWords, fault: LoginFault): string {
  if (fault === 'missing') return t('record.missing');
  if (fault === 'email') return t('record.wrong.email');
  return t(fault === 'differs' ? 'login.differs' : 'login.tooShort');
}

/** What a refusal of the server means at the field that it names. */
export function refusalWords(words: AdminWords, error: ApiError): string {
  const { t } = words;
  const reason = error.details['reason'];
  if (reason === 'login_exists') return t(error.details['login'] ? 'login.takenFree' : 'login.taken');
  if (reason === 'login_in_use') return t('login.inUse');
  if (error.code === 'not_found') return t('login.gone');
  if (reason === 'too_short') return t('login.tooShort');
  if (reason === 'differs') return t('login.differs');
  if (reason === 'common' || reason === 'context' || reason === 'too_long') return t(`password.${reason}`);
  if (error.field?.endsWith('email')) return t('record.wrong.email');
  return error.code === 'invalid_request' ? t('record.wrong.value') : errorWords(words, error);
}
