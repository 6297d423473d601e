import { columnsMigration } from '../server/db/define.js';

/** What was announced of a booking is found by the moment of the fact, when the person is erased. */
export const outboxByAge = columnsMigration('0048-outbox-by-age', 'outbox', {
  add: {},
  index: { outbox_by_age: ['created_at'] },
});
