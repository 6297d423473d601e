import type { Tx } from '../../db/connect.js';
import { inChunks } from './erased.js';

/**
 * Empties what the trail says of customers and bookings. The rows stay, with the hash of what they said, so that the chain over the
 * trail still holds (server/audit/verify.ts). Of a merge that was taken back, the other customer's row says something too.
 */
export async function eraseTrail(tx: Tx, customerIds: readonly number[], bookingIds: readonly number[]): Promise<void> {
  const subjects = [...customerIds.map((id) => `customer:${id}`), ...bookingIds.map((id) => `booking:${id}`)];
  await inChunks(subjects, (some) => tx('audit').whereIn('subject', some).update({ values: '{}' }));
  const merges: { kept_id: number; gone_id: number }[] = await tx('merges')
    .whereIn('gone_id', [...customerIds])
    .select('kept_id', 'gone_id');
  for (const { kept_id, gone_id } of merges) {
    const rows: { id: number; values: string }[] = await tx('audit')
      .where({ subject: `customer:${kept_id}`, action: 'customer.merged' })
      .select('id', 'values');
    for (const { id, values } of rows)
      if ((JSON.parse(values) as { other?: number }).other === gone_id)
        await tx('audit').where({ id }).update({ values: '{}' });
  }
}
