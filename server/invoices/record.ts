import type { Tx } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import type { InvoiceDeps } from './deps.js';

/** A line in the trail. Whom an invoice is for stands in none of them: the customer's number tells, and erasing needs to find no more. */
export const recordInvoice = (
  { clock, record }: Pick<InvoiceDeps, 'clock' | 'record'>,
  tx: Tx,
  actor: Actor,
  action: string,
  id: number,
  values: Record<string, unknown> = {},
): Promise<void> => record(tx, [{ at: clock.now(), actor, action, subject: `invoice:${id}`, values }]);
