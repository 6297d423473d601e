import type { Tx } from '../../db/connect.js';
import type { MovedLogin } from './move-login.js';

/** What a merge keeps to be taken back. Values are personal data: erasing either customer empties it. */
export interface Snapshot {
  /** Fields taken from the other, with the kept one's values before and after. */
  before: Record<string, string | number | null>;
  after: Record<string, string | number | null>;
  /** Ids of the rows that were moved. */
  moved: { bookings: number[]; notes: number[]; messages: number[]; invoices?: number[] };
  /** Numbers of customers that had been merged into the other before. */
  followers: number[];
  /** Sensitive fields that the kept one got. */
  sensitive: string[];
  /** Absent in snapshots of earlier versions. */
  access?: MovedLogin;
}

/**
 * Sees to it that no undo of a merge into one of these customers gives back what they said no to since: they were asked as one. The
 * transaction holds the customers.
 */
export async function keepRefusal(
  tx: Tx,
  customerIds: readonly number[],
  of: 'newsletter' | 'greeting',
): Promise<void> {
  const rows: { id: number; snapshot: string }[] = await tx('merges')
    .whereIn('kept_id', [...customerIds])
    .whereNull('undone_at')
    .whereNot({ snapshot: '' })
    .select('id', 'snapshot');
  for (const { id, snapshot } of rows) {
    const kept = JSON.parse(snapshot) as Snapshot;
    if (of === 'newsletter' && kept.before['newsletter']) kept.before['newsletter'] = 0;
    else if (of === 'greeting' && kept.access?.stopsGreetings) kept.access.stopsGreetings = false;
    else continue;
    await tx('merges')
      .where({ id })
      .update({ snapshot: JSON.stringify(kept) });
  }
}
