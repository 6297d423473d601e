import { instantColumn, tableMigration } from '../server/db/define.js';

/**
 * National ids and the like, each sealed by itself (server/lib/field-cipher.ts). `country` is the nationality whose profile the
 * value was checked by; '' is the general one. `blind_index` finds exact values and is null for fields that nobody is found by.
 */
export const customerSensitive = tableMigration('0038-customer-sensitive', 'customer_sensitive', (t) => {
  // Whatever removes a customer leaves none of this behind.
  t.bigInteger('customer_id').unsigned().notNullable().references('id').inTable('customers').onDelete('CASCADE');
  t.string('field', 40).notNullable();
  t.string('country', 2).notNullable();
  t.string('ciphertext', 1200).notNullable();
  t.string('blind_index', 43);
  instantColumn(t, 'updated_at').notNullable();
  t.primary(['customer_id', 'field']);
  t.index(['blind_index', 'field'], 'customer_sensitive_by_value');
});
