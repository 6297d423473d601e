import { ApiError } from '../../../widget/kit/api.js';
import type { AdminWords } from '../../admin-words.js';

const reasons = {
  length: 'sensitive.wrong.length',
  characters: 'sensitive.wrong.characters',
  never_issued: 'sensitive.wrong.neverIssued',
  check_digit: 'sensitive.wrong.checkDigit',
  unknown_field: 'sensitive.wrong.unknownField',
  required: 'sensitive.wrong.required',
} as const;

interface Issue {
  field?: string;
  message?: string;
  reason?: string;
}

/**
 * What is wrong with sensitive fields, by their names, when a record was refused because of them: for `SensitiveFields`. Empty for
 * every other error.
 */
export function sensitiveErrors({ t }: AdminWords, error: unknown): Record<string, string> {
  if (!(error instanceof ApiError) || error.code !== 'invalid_request') return {};
  const issues = (error.details['issues'] as Issue[] | undefined) ?? [{ field: error.field ?? '' }];
  const errors: Record<string, string> = {};
  for (const { field = '', reason, message } of issues) {
    if (!field.startsWith('sensitive.')) continue;
    const known = message === 'is missing' ? 'required' : (reason as keyof typeof reasons);
    errors[field.slice('sensitive.'.length)] = t(reasons[known] ?? 'sensitive.wrong.other');
  }
  return errors;
}
