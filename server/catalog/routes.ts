import { invitationOf } from '../lib/actor.js';
import type { Handlers } from '../lib/endpoint.js';
import type { catalogAdminEndpoints, catalogEndpoints } from './schema.js';
import type { Catalog } from './service.js';

export interface CatalogRouteDeps {
  catalog: Catalog;
}

export const catalogHandlers = ({ catalog }: CatalogRouteDeps): Handlers<typeof catalogEndpoints> => ({
  'GET /catalog': ({ actor }) => {
    const invitedTo = invitationOf(actor);
    return invitedTo === undefined ? catalog.prepared() : catalog.preparedFor(invitedTo);
  },
});

export const catalogAdminHandlers = ({
  catalog: { categories, locations, services },
}: CatalogRouteDeps): Handlers<typeof catalogAdminEndpoints> => ({
  'GET /categories': async () => ({ items: await categories.list() }),
  'POST /categories': ({ actor, body }) => categories.add(actor, body),
  'PATCH /categories/:id': ({ actor, params, body }) => categories.change(actor, params.id, body),
  'DELETE /categories/:id': ({ actor, params }) => categories.remove(actor, params.id),
  'GET /locations': async () => ({ items: await locations.list() }),
  'POST /locations': ({ actor, body }) => locations.add(actor, body),
  'PATCH /locations/:id': ({ actor, params, body }) => locations.change(actor, params.id, body),
  'DELETE /locations/:id': ({ actor, params }) => locations.remove(actor, params.id),
  'GET /services': async () => ({ items: await services.list() }),
  'POST /services': ({ actor, body }) => services.add(actor, body),
  'GET /services/:id': ({ params }) => services.get(params.id),
  'PATCH /services/:id': ({ actor, params, body }) => services.change(actor, params.id, body),
  'DELETE /services/:id': ({ actor, params }) => services.remove(actor, params.id),
});
