import type { ApiError } from '../../widget/kit/api.js';
import type { AdminWords } from '../admin-words.js';

/** What a refusal of the providers' endpoints means. */
export function providerFault({ t }: AdminWords, error: ApiError): string | undefined {
  const { code, field = '' } = error;
  if (code === 'in_use') return t('providers.inUse');
  if (code === 'conflict' && field === 'day') return t('providers.dayTaken');
  if (code !== 'invalid_request') return undefined;
  if (field === 'email') return t('providers.emailWrong');
  if (field === 'phone') return t('providers.phoneWrong');
  if (field === 'locations') return t('providers.locationsInUse');
  return t('providers.refused');
}
