import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { findActiveCustomer } from '../record/find.js';
import type { CustomerRow } from '../record/row.js';
import { holdCustomer } from '../trash/hold.js';
import type { MailDeps, MailRecipient } from './deps.js';
import { messageRow } from './message-row.js';
import { once } from './once.js';
import { countOne, quotas } from './quota.js';

export interface DirectWish {
  subject: string;
  text: string;
}

export const recipientOf = (row: Pick<CustomerRow, 'first_name' | 'last_name' | 'display_name'>): MailRecipient => ({
  firstName: row.first_name,
  lastName: row.last_name,
  name: row.display_name,
});

/** The address on file. AppError `conflict` (`details.reason` is `no_email`) where there is none (FEATURES A115). */
export function addressOf({ email }: Pick<CustomerRow, 'email'>): string {
  if (email) return email;
  throw new AppError('conflict', 'There is no e-mail address on file for this customer.', {
    details: { reason: 'no_email' },
  });
}

/**
 * Writes to one customer: the mail, its outbox row (told already) and the line in the trail stand or fall together; sending is
 * delivery's. Answers the id of the message. AppErrors: `not_found`, `conflict`, `too_many_requests`, `invalid_request`.
 */
export async function mailCustomer(
  deps: MailDeps,
  actor: Actor,
  number: number,
  wish: DirectWish,
  key: string,
): Promise<{ message: number }> {
  const { db, clock, record } = deps;
  const accountId = accountIdOf(actor);
  const now = clock.now();
  const write = await deps.write({ ...wish, newsletter: false });
  const deed = { scope: 'POST /customers/:number/mail', accountId, key, body: { number, ...wish } };
  const { answer, isNew } = await once(db, deed, now, async (tx) => {
    // Held: whoever erases at this moment waits for the mail, and takes its content away with the rest.
    await holdCustomer(tx, number);
    const customer = await findActiveCustomer(tx, actor, number);
    const recipient = addressOf(customer);
    await countOne(tx, `mail-to-customer:${number}`, quotas.toCustomer, now);
    await countOne(tx, `mail-by-account:${accountId}`, quotas.byAccount, now);
    const bodies = write(recipientOf(customer));
    const payload = JSON.stringify({ customerId: number });
    const [outboxId] = await tx('outbox').insert({
      event: 'customer.mailed',
      payload,
      created_at: now,
      relayed_at: now,
    });
    const facts = { campaignId: null, template: 'direct', recipientName: customer.display_name, bodies } as const;
    const [id] = await tx('messages').insert(
      messageRow(deps, { ...facts, outboxId: Number(outboxId), customerId: number, recipient, now }),
    );
    await record(tx, [
      {
        at: now,
        actor,
        action: 'customer.mailed',
        subject: `customer:${number}`,
        values: { subject: bodies.subject, message: Number(id) },
      },
    ]);
    return { message: Number(id) };
  });
  if (isNew) deps.nudge();
  return answer;
}

export function accountIdOf(actor: Actor): number {
  if (actor.kind === 'account') return actor.accountId;
  throw new AppError('not_signed_in', 'Please sign in.');
}
