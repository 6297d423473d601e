import type { ApiError } from '../../../widget/kit/api.js';
import type { AdminWords } from '../../admin-words.js';
import type { Fault } from './form-values.js';

export const saidFault = ({ t }: AdminWords, fault: Fault): string =>
  fault === 'missing' ? t('record.missing') : t(`record.wrong.${fault}`);

const known = ['email', 'phone', 'birthDate'] as const;

/** What the server found wrong with plain fields, by their names. */
export function fieldErrors(words: AdminWords, error: ApiError): Record<string, string> {
  if (error.code !== 'invalid_request') return {};
  const found = (error.details['issues'] ?? [{ field: error.field ?? '' }]) as { field: string; message?: string }[];
  const errors: Record<string, string> = {};
  for (const { field, message } of found) {
    if (field === '' || field.startsWith('sensitive')) continue;
    const fault = known.find((name) => name === field);
    if (message === 'is missing') errors[field] = words.t('record.missing');
    else errors[field] = fault ? saidFault(words, fault) : words.t('record.wrong.value');
  }
  return errors;
}
