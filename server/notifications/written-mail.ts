import { AppError } from '../lib/errors.js';
import { NotAPlaceholder, parsePlaceholders } from './letters/placeholders.js';
import type { WrittenFor, WrittenMail } from './letters/written.js';
import { writtenLetter } from './letters/written.js';
import type { LetterSite } from './mail-for-event.js';
import { unsubscribeMark } from './newsletter.js';

/** What staff wrote. */
export interface WrittenWish {
  subject: string;
  text: string;
  newsletter: boolean;
  /** To be looked at and not to be sent: links lead nowhere. */
  preview?: true;
}

/**
 * Makes mails of what staff wrote, one for each recipient. AppError `invalid_request` that names a placeholder which there is not
 * (`details.placeholder`).
 */
export async function writeMail(
  wish: WrittenWish,
  site: () => Promise<LetterSite>,
): Promise<(recipient: WrittenFor) => WrittenMail> {
  for (const field of ['subject', 'text'] as const) checkPlaceholders(field, wish[field]);
  return writtenLetter(
    wish.subject,
    wish.text,
    await site(),
    wish.newsletter ? (wish.preview ? '#' : unsubscribeMark) : null,
  );
}

function checkPlaceholders(field: string, text: string): void {
  try {
    parsePlaceholders(text);
  } catch (error) {
    if (!(error instanceof NotAPlaceholder)) throw error;
    throw new AppError('invalid_request', error.message, { field, details: { placeholder: error.named } });
  }
}
