import { instantColumn, tableMigration } from '../server/db/define.js';

/**
 * A customer's picture, once for each size (edge in pixels), re-encoded by us. `picture_key` is unguessable and stands in the
 * picture's address; customers.picture_key says which one is in use.
 */
export const customerPictures = tableMigration('0039-customer-pictures', 'customer_pictures', (t) => {
  // Whatever removes a customer leaves none of this behind.
  t.bigInteger('customer_id').unsigned().notNullable().references('id').inTable('customers').onDelete('CASCADE');
  t.integer('size').notNullable();
  t.string('picture_key', 32).notNullable();
  // 16 MB on MySQL, where a plain blob ends at 64 kB; SQLite takes any name with "blob" in it.
  t.specificType('bytes', 'mediumblob').notNullable();
  instantColumn(t, 'created_at').notNullable();
  t.primary(['customer_id', 'size']);
});
