import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Where randomness comes from; tests hand in a repeatable one. */
export interface Random {
  bytes(count: number): Buffer;
}

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

// No 0/O, 1/I/L, 5/S, 8/B, 2/Z, U/V: what is left can be read aloud over a bad telephone line.
const referenceAlphabet = '34679ACDEFGHJKMNPQRTWXY';

/** A booking reference of eight symbols in two groups, such as `K7QD-3MXA`: 36 bits, and never a key to anything alone. */
export function makeReference(random: Random): string {
  let symbols = '';
  while (symbols.length < 8) {
    for (const byte of random.bytes(16)) {
      // 253 = 11 × 23: what lies above would make the first symbols likelier.
      if (byte < 253 && symbols.length < 8) symbols += referenceAlphabet[byte % referenceAlphabet.length];
    }
  }
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

/** 256 random bits, URL-safe (43 characters). */
export const makeToken = (random: Random): string => random.bytes(32).toString('base64url');

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A 256-bit token that the holder of `secret` can make again, so that the database need not hold it. */
export const deriveToken = (secret: string, purpose: string, subject: string): string =>
  createHmac('sha256', secret).update(`${purpose}\0${subject}`).digest('base64url');

/** Compares two hex hashes without telling by its time where they differ. */
export function sameHash(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
