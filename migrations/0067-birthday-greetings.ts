import { instantColumn, tableMigration } from '../server/db/define.js';

/** Who was greeted on which birthday: a row for each customer and year of their own clock, so that nobody is greeted twice. */
export const birthdayGreetings = tableMigration('0067-birthday-greetings', 'birthday_greetings', (t) => {
  t.integer('year').notNullable();
  t.bigInteger('customer_id').unsigned().notNullable().references('id').inTable('customers').onDelete('RESTRICT');
  instantColumn(t, 'greeted_at').notNullable();
  t.primary(['year', 'customer_id']);
  t.index(['customer_id'], 'birthday_greetings_of');
});
