import type { Random } from '../../lib/ids.js';
import type { WrittenBodies } from './deps.js';

export interface MailFacts {
  outboxId: number;
  customerId: number;
  campaignId: number | null;
  template: 'direct' | 'newsletter' | 'invoice';
  recipient: string;
  recipientName: string;
  bodies: WrittenBodies;
  now: number;
}

/** Stays the same over every try to send, so that a mail that arrives twice can be told to be one. */
const messageIdOf = (random: Random, outboxId: number, publicUrl: string): string =>
  `<message-${outboxId}-${random.bytes(9).toString('hex')}@${new URL(publicUrl).hostname}>`;

/** A row of `messages` that waits to be sent. The address stands apart from the name, always (ATTACKS S104). */
export function messageRow(
  { random, publicUrl }: { random: Random; publicUrl: string },
  { outboxId, customerId, campaignId, template, recipient, recipientName, bodies, now }: MailFacts,
) {
  return {
    ...bodies,
    outbox_id: outboxId,
    booking_id: null,
    customer_id: customerId,
    campaign_id: campaignId,
    template,
    audience: 'customer',
    recipient,
    recipient_name: recipientName,
    message_id: messageIdOf(random, outboxId, publicUrl),
    state: 'queued',
    due_at: now,
    created_at: now,
  };
}
