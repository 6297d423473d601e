import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Random } from './ids.js';

/** Where a value stands. It is bound to its place: moved to another row or field, it no longer opens. */
export interface Place {
  table: string;
  row: number;
  field: string;
}

/** Seals single values of the database (ATTACKS S115). */
export interface FieldCipher {
  /** `v1:` and base64url of nonce, ciphertext and tag: another one each time. */
  seal(text: string, place: Place): string;
  /** Throws when the key, the place or a bit is another than it was sealed with. */
  open(sealed: string, place: Place): string;
  /** The same for the same value of a field under the same key, and telling nothing without it: for finding exact values. */
  blindIndex(field: string, value: string): string;
  /** Tells keys apart and gives none away. */
  readonly fingerprint: string;
}

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a random nonce of 96 bits: some four thousand million values before two share one by more than a chance of 2^-32
 * (NIST SP 800-38D). Each use has a key of its own from `key` (at least 32 characters; HKDF-SHA-256, RFC 5869).
 */
export function createFieldCipher(key: string, random: Random): FieldCipher {
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', key, '', `bookpane field ${use} ${version}`, 32));
  const sealing = derive('sealing');
  const indexing = derive('blind index');
  return {
    seal(text, place) {
      const nonce = random.bytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      cipher.setAAD(boundTo(place));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${version}:${sealed.toString('base64url')}`;
    },
    open(sealed, place) {
      const [given, text = ''] = sealed.split(':');
      if (given !== version) throw new Error('A sealed value is of a version that is not known here.');
      const bytes = Buffer.from(text, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(boundTo(place));
      decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
      const opened = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes));
      return Buffer.concat([opened, decipher.final()]).toString('utf8');
    },
    blindIndex: (field, value) => createHmac('sha256', indexing).update(`${field}\0${value}`).digest('base64url'),
    fingerprint: derive('fingerprint').toString('hex').slice(0, 16),
  };
}

const boundTo = ({ table, row, field }: Place): Buffer => Buffer.from(`${version}\0${table}\0${row}\0${field}`);
