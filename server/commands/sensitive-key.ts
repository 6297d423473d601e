import type { Config } from '../config.js';
import type { Db } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import { createFieldCipher } from '../lib/field-cipher.js';
import { systemRandom } from '../lib/ids.js';

/** National ids and the like in this database were encrypted with another key: none could be read. */
export class SensitiveKeyMismatchError extends Error {
  constructor() {
    super(
      'The key of the sensitive fields is not the one this database was set up with. Set BOOKPANE_SENSITIVE_KEY to that one again; if it was not set then, leave it out, and BOOKPANE_SECRET is the key.',
    );
    this.name = 'SensitiveKeyMismatchError';
  }
}

const name = 'sensitive-key-fingerprint';

/**
 * Makes sure that sensitive fields are sealed with one and the same key for as long as a database lives: its fingerprint is kept at
 * the first start. Throws SensitiveKeyMismatchError. `secret` is the key where the configuration names none.
 */
export async function checkSensitiveKey(config: Config, db: Db, secret: string): Promise<void> {
  const { fingerprint } = createFieldCipher(config.sensitiveKey ?? secret, systemRandom);
  const value = JSON.stringify(fingerprint);
  const find = () => db('settings').where({ name }).first('value');
  if (!(await find())) {
    try {
      await db('settings').insert({ name, value });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  if ((await find())?.value !== value) throw new SensitiveKeyMismatchError();
}
