import type { AdminWords } from '../../admin-words.js';
import type { RefusalReason } from './refused.js';

/** Why a start can't be, in two or three words. */
export const reasonWord = ({ t }: AdminWords, reason: RefusalReason): string =>
  t(`refusal.${reason}` as 'refusal.busy');

/** The same as a sentence that says what to do. */
export const reasonSentence = ({ t }: AdminWords, reason: RefusalReason): string =>
  t(`refusalText.${reason}` as 'refusalText.busy');
