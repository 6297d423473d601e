import { referenceColumn, tableMigration } from '../server/db/define.js';

/** Which services a provider performs; null means the service's own price or duration. */
export const providerServices = tableMigration('0009-provider-services', 'provider_services', (t) => {
  referenceColumn(t, 'provider_id', 'providers').notNullable();
  referenceColumn(t, 'service_id', 'services').notNullable();
  t.bigInteger('price_minor');
  t.integer('duration_minutes');
  t.primary(['provider_id', 'service_id']);
});
