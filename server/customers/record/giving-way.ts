import { isDuplicate } from '../../db/transact.js';

const tries = 3;

/**
 * Runs work again when another was faster to take the identity key of the same person: the second time the key is seen as taken,
 * and this customer goes without.
 */
export async function givingWay<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isDuplicate(error) || attempt >= tries) throw error;
    }
  }
}
