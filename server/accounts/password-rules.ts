import { AppError } from '../lib/errors.js';

export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'context';
export type PasswordCheck = { acceptable: true } | { acceptable: false; reason: PasswordFault };

/** Lengths for staff in code points, after NFKC; a passphrase of four words fits. */
export const shortestPassword = 15;
export const longestPassword = 256;

/** What a person would read about a refused password; `{shortest}` is filled in. */
export const passwordFaultWords: Record<PasswordFault, string> = {
  too_short: 'must be at least {shortest} characters long; four words make a good one',
  too_long: `must be at most ${longestPassword} characters long`,
  common: 'is one of the first that an attacker tries; please choose another',
  context: 'is too close to the name of the business, the person or the e-mail address; please choose another',
};

/** One spelling of a password: full-width, composed and decomposed letters typed on different keyboards are the same. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/**
 * Whether a password may be used (ATTACKS S76, S78): by staff, unless `shortest` says otherwise. Only length and what an attacker
 * would guess count; there are no rules of symbols and capitals, which make passwords worse. `context` is what a stranger knows:
 * business, person, e-mail.
 */
export function checkPassword(
  password: string,
  context: readonly string[],
  shortest: number = shortestPassword,
): PasswordCheck {
  const normal = normalisePassword(password);
  const length = [...normal].length;
  if (length < shortest) return { acceptable: false, reason: 'too_short' };
  if (length > longestPassword) return { acceptable: false, reason: 'too_long' };
  const letters = squeeze(normal);
  if (commonBits.some((bit) => isMadeOf(letters, bit)) || isRun(letters))
    return { acceptable: false, reason: 'common' };
  if (own(letters, context).length < fewestOwn) return { acceptable: false, reason: 'context' };
  return { acceptable: true };
}

/** AppError `invalid_request` on `field`, with the reason in its details, for a password that may not be used. */
export function refuseWeakPassword(
  password: string,
  context: readonly string[],
  field = 'password',
  shortest: number = shortestPassword,
): void {
  const checked = checkPassword(password, context, shortest);
  if (checked.acceptable) return;
  const words = passwordFaultWords[checked.reason].replace('{shortest}', String(shortest));
  throw new AppError('invalid_request', `The password ${words}.`, {
    field,
    details: { reason: checked.reason },
  });
}

/** Letters and digits that must remain when all that is known or common is taken out. */
const fewestOwn = 6;

const commonWords = [
  'password',
  'passwort',
  'letmein',
  'welcome',
  'admin',
  'secret',
  'login',
  'qwerty',
  'bookpane',
  'booking',
];
const commonBits = [
  ...commonWords,
  'iloveyou',
  'correcthorsebatterystaple',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'abcdefghijklmnopqrstuvwxyz',
  '1234567890',
  '0123456789',
  '0987654321',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
];

/** Without what is put between words to dress them up; pictures stay, since they are as good as letters. */
const squeeze = (text: string): string => text.toLowerCase().replace(/[\s\p{P}\p{Sm}\p{Sc}\p{Sk}\p{C}]/gu, '');

/** Whether a text is a piece over and over, perhaps cut off: `passwordpassword`, `12345678901234`. */
function isMadeOf(text: string, piece: string): boolean {
  return piece.repeat(Math.ceil(text.length / piece.length) + 1).startsWith(text);
}

/** Up to three symbols over and over, or nothing but signs. */
function isRun(text: string): boolean {
  return [1, 2, 3].some((length) => isMadeOf(text, text.slice(0, length) || ' '));
}

/** What is left of a password without the words that a stranger knows, common words and years. */
function own(letters: string, context: readonly string[]): string {
  const known = context
    .flatMap((text) => [
      squeeze(text.normalize('NFKC')),
      ...text
        .normalize('NFKC')
        .split(/[^\p{L}\p{N}]+/u)
        .map(squeeze),
    ])
    .concat(commonWords)
    .filter((word) => word.length >= 4)
    .sort((left, right) => right.length - left.length);
  let rest = letters;
  for (const word of known) rest = rest.replaceAll(word, '');
  return rest.replace(/(?:19|20)\d\d|123456?/g, '');
}
