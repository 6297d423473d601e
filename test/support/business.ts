import { recordAudit } from '../../server/audit/record.js';
import { catalogAdminEndpoints } from '../../server/catalog/schema.js';
import { createCatalog } from '../../server/catalog/service.js';
import type { Db } from '../../server/db/connect.js';
import type { Actor } from '../../server/lib/actor.js';
import type { Clock } from '../../server/lib/clock.js';
import { providerAdminEndpoints } from '../../server/providers/schema.js';
import { createProviders } from '../../server/providers/service.js';

export const setUp: Actor = { kind: 'system', name: 'test' };

/** The catalog and the providers of a test, with verbs that take only what matters and leave the rest to the schema. */
export function aBusiness(db: Db, clock: Clock) {
  const deps = { db, clock, record: recordAudit };
  const catalog = createCatalog({ ...deps, publicUrl: 'https://book.example' });
  const providers = createProviders(deps);
  return {
    catalog,
    providers,
    category: (fields: object = {}) =>
      catalog.categories.add(setUp, catalogAdminEndpoints['POST /categories'].body.parse({ name: 'Hair', ...fields })),
    location: (fields: object = {}) =>
      catalog.locations.add(
        setUp,
        catalogAdminEndpoints['POST /locations'].body.parse({ name: 'Baixa', timeZone: 'Europe/Lisbon', ...fields }),
      ),
    service: (fields: object) =>
      catalog.services.add(
        setUp,
        catalogAdminEndpoints['POST /services'].body.parse({
          name: 'Haircut',
          durationMinutes: 45,
          priceMinor: 3500,
          currency: 'EUR',
          ...fields,
        }),
      ),
    provider: (fields: object) =>
      providers.add(
        setUp,
        providerAdminEndpoints['POST /providers'].body.parse({ name: 'Ada', locations: [], ...fields }),
      ),
  };
}

export type Business = ReturnType<typeof aBusiness>;
