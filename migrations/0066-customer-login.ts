import { columnsMigration } from '../server/db/define.js';

/** The login of a customer, and whether they want a greeting on their birthday: 0 once they said no by the link in one. */
export const customerLogin = columnsMigration('0066-customer-login', 'customers', {
  add: {
    login_id: (t) => t.bigInteger('login_id').unsigned(),
    greetings: (t) => t.integer('greetings').notNullable().defaultTo(1),
  },
  index: { customers_by_login: ['login_id'] },
});
