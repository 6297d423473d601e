import { columnsMigration, instantColumn } from '../server/db/define.js';

/**
 * The whole record. `display_name` is what is shown; `display_name_set` says that it was typed and not composed. `search_text`
 * holds every token that a search may begin with (server/customers/record/derived.ts). `last_start_at` is the start of the last
 * confirmed appointment that has begun, `latest_start_at` the last of all that stand. Lists go through the indexes that begin
 * with the status: active, trashed, merged, erased.
 */
export const customerRecord = columnsMigration('0027-customer-record', 'customers', {
  add: {
    display_name_set: (t) => t.integer('display_name_set').notNullable().defaultTo(0),
    gender: (t) => t.string('gender', 20),
    birth_date: (t) => t.string('birth_date', 10),
    newsletter: (t) => t.integer('newsletter').notNullable().defaultTo(0),
    occupation: (t) => t.string('occupation', 120),
    address_1: (t) => t.string('address_1', 200),
    address_2: (t) => t.string('address_2', 200),
    city: (t) => t.string('city', 120),
    state: (t) => t.string('state', 120),
    postal_code: (t) => t.string('postal_code', 20),
    country: (t) => t.string('country', 2),
    nationality: (t) => t.string('nationality', 2),
    note: (t) => t.text('note'),
    picture_key: (t) => t.string('picture_key', 64),
    phone_national: (t) => t.string('phone_national', 20),
    search_text: (t) => t.string('search_text', 540).notNullable().defaultTo(''),
    version: (t) => t.integer('version').notNullable().defaultTo(1),
    updated_at: (t) => instantColumn(t, 'updated_at'),
    trashed_at: (t) => instantColumn(t, 'trashed_at'),
    erased_at: (t) => instantColumn(t, 'erased_at'),
    merged_into: (t) => t.bigInteger('merged_into').unsigned(),
    import_id: (t) => t.bigInteger('import_id').unsigned(),
    last_start_at: (t) => instantColumn(t, 'last_start_at'),
    latest_start_at: (t) => instantColumn(t, 'latest_start_at'),
  },
  index: {
    customers_status_name: ['status', 'sort_name'],
    customers_status_email: ['status', 'email_folded'],
    customers_status_phone: ['status', 'phone_e164'],
    customers_status_national: ['status', 'phone_national'],
    customers_status_created: ['status', 'created_at'],
    customers_status_last: ['status', 'last_start_at'],
    customers_status_latest: ['status', 'latest_start_at'],
  },
  drop: {
    customers_by_name: ['sort_name'],
    customers_by_email: ['email_folded'],
    customers_by_phone: ['phone_e164'],
  },
});
