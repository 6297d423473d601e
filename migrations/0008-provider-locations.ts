import { referenceColumn, tableMigration } from '../server/db/define.js';

export const providerLocations = tableMigration('0008-provider-locations', 'provider_locations', (t) => {
  referenceColumn(t, 'provider_id', 'providers').notNullable();
  referenceColumn(t, 'location_id', 'locations').notNullable();
  t.primary(['provider_id', 'location_id']);
});
