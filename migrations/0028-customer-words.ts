import { tableMigration } from '../server/db/define.js';

/**
 * The words of names that `sort_name` does not begin with, so that a search finds a customer by any word of the name through an
 * index. Words are folded; what belongs to nobody any more is removed with the name.
 */
export const customerWords = tableMigration('0028-customer-words', 'customer_words', (t) => {
  t.string('word', 60).notNullable();
  t.bigInteger('customer_id').unsigned().notNullable();
  t.primary(['word', 'customer_id']);
});
