import type { Db, Tx } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import { numberText, prefixOn } from './number-rules.js';

export interface NumberWish {
  /** As it is set: `INV-{year}-`. */
  pattern: string;
  /** The day of issue. */
  day: string;
  /** Where a pattern that is new begins to count. */
  first: number;
}

/**
 * The next number of a series. Its row is written in the transaction that issues and stays locked to the end of it: whoever issues at
 * the same moment waits, and a transaction that is thrown back takes its number back with it. So there is neither a gap nor a double.
 */
export async function takeNumber(tx: Tx, { pattern, day, first }: NumberWish): Promise<string> {
  const prefix = prefixOn(pattern, day);
  const countUp = () => tx('invoice_series').where({ prefix }).increment('last_number', 1);
  if ((await countUp()) === 0) {
    try {
      await tx('invoice_series').insert({ prefix, pattern, last_number: await beginsAt(tx, pattern, first) });
    } catch (error) {
      // Somebody else began it at this moment.
      if (!isDuplicate(error)) throw error;
      await countUp();
    }
  }
  const row = await tx('invoice_series').where({ prefix }).first('last_number');
  return numberText(prefix, Number(row.last_number));
}

/** The number that would be given now; somebody else may be faster. */
export async function nextNumber(db: Db, { pattern, day, first }: NumberWish): Promise<string> {
  const prefix = prefixOn(pattern, day);
  const row = await db('invoice_series').where({ prefix }).first('last_number');
  return numberText(prefix, row ? Number(row.last_number) + 1 : await beginsAt(db, pattern, first));
}

/** A year that follows another one of the same pattern begins at 1, wherever the first one began. */
async function beginsAt(db: Db | Tx, pattern: string, first: number): Promise<number> {
  return (await db('invoice_series').where({ pattern }).first('prefix')) ? 1 : first;
}
