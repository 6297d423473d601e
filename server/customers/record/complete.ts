import type { Db } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import { completeOldRecord, lacksSearchText } from './write.js';

const batch = 200;

/** Gives customers that an earlier version made what they are found by; answers how many. `country` is the business's. */
export async function completeOldCustomers(db: Db, country: string): Promise<number> {
  let done = 0;
  for (;;) {
    const rows = await lacksSearchText(db).limit(batch).select('id', 'first_name', 'last_name', 'email', 'phone');
    for (const row of rows) await transact(db, (tx) => completeOldRecord(tx, row, country));
    done += rows.length;
    if (rows.length < batch) return done;
  }
}
