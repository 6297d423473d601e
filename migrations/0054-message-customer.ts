import { columnsMigration } from '../server/db/define.js';

/**
 * Mail that staff write to a customer: whose it is, and the campaign that it belongs to. Mail about bookings is known by its
 * booking and has neither.
 */
export const messageCustomer = columnsMigration('0054-message-customer', 'messages', {
  add: {
    customer_id: (t) => t.bigInteger('customer_id').unsigned(),
    campaign_id: (t) => t.bigInteger('campaign_id').unsigned(),
  },
  index: {
    messages_by_customer: ['customer_id', 'id'],
    messages_by_campaign: ['campaign_id', 'state', 'due_at'],
  },
});
