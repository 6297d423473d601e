import { ApiError } from '../../../widget/kit/api.js';
import type { AdminWords } from '../../admin-words.js';
import { errorWords } from '../../error-words.js';

const reasons = [
  'empty',
  'too_many_rows',
  'too_many_columns',
  'cell_too_long',
  'row_too_long',
  'open_quote',
  'broken_quote',
  'nul',
  'encoding',
  'packed',
] as const;

/** Why a file can't be read, in words, with the line where that shows. */
export function reasonWords({ t }: AdminWords, reason: unknown, line: unknown): string | null {
  const known = reasons.find((one) => one === reason);
  if (!known) return null;
  const text = t(`import.file.${known}`);
  return typeof line === 'number' ? `${t('import.atLine', { line })} ${text}` : text;
}

/** What a person reads when a file was not taken. */
export function fileProblem(words: AdminWords, error: unknown): string {
  if (!(error instanceof ApiError)) return errorWords(words, error);
  if (error.code === 'payload_too_large') return words.t('import.file.too_large');
  if (error.code === 'unsupported_media_type') return words.t('import.file.packed');
  return reasonWords(words, error.details['reason'], error.details['line']) ?? errorWords(words, error);
}
