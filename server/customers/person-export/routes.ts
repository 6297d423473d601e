import type { Handlers } from '../../lib/endpoint.js';
import type { PersonExportDeps } from './deps.js';
import { htmlPage } from './html-page.js';
import { jsonFile } from './json-file.js';
import { gatherPerson } from './person.js';
import type { personExportEndpoints } from './schema.js';

export const personExportHandlers = (deps: PersonExportDeps): Handlers<typeof personExportEndpoints> => ({
  'GET /customers/:number/export': async ({ actor, params: { number }, query: { as } }) => {
    const person = await gatherPerson(deps, actor, number, as);
    return {
      media: as === 'json' ? 'application/json' : 'text/html; charset=utf-8',
      fileName: `customer-${number}.${as}`,
      body: as === 'json' ? jsonFile(person) : htmlPage(person),
    };
  },
});
