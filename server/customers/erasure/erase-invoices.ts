import type { Tx } from '../../db/connect.js';
import { inChunks } from './erased.js';

/**
 * An invoice that was issued is a document that the law wants kept as it was, for years and with the name on it (GDPR, article 17 (3) b):
 * it stays, and is no longer found by that name. What never became one goes.
 */
export async function eraseInvoices(tx: Tx, customerIds: readonly number[]): Promise<void> {
  const drafts: { id: number }[] = await tx('invoices')
    .whereIn('customer_id', [...customerIds])
    .whereNull('number')
    .select('id');
  await inChunks(
    drafts.map(({ id }) => id),
    async (some) => {
      await tx('invoice_lines').whereIn('invoice_id', some).delete();
      await tx('invoices').whereIn('id', some).delete();
    },
  );
  await tx('invoices')
    .whereIn('customer_id', [...customerIds])
    .update({ search_name: '' });
}
