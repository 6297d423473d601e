import type { Handlers } from '../lib/endpoint.js';
import type { catalogArrangeEndpoints } from './arrange-schema.js';
import { copyService } from './copy.js';
import { impactOn } from './impact.js';
import { orderServices, orderThings } from './order.js';
import { replacePerformers } from './performers.js';
import { categoryKind, locationKind, serviceKind } from './queries.js';
import type { ThingDeps } from './things.js';

export const catalogArrangeHandlers = (deps: ThingDeps): Handlers<typeof catalogArrangeEndpoints> => ({
  'PUT /categories/order': ({ actor, body }) => orderThings(deps, categoryKind, actor, body.ids),
  'PUT /locations/order': ({ actor, body }) => orderThings(deps, locationKind, actor, body.ids),
  'PUT /categories/:id/services': ({ actor, params, body }) => orderServices(deps, actor, params.id, body.ids),
  'POST /services/:id/copies': ({ actor, params, body }) => copyService(deps, actor, params.id, body.name),
  'PUT /services/:id/providers': async ({ actor, params, body }) => ({
    providers: await replacePerformers(deps, actor, params.id, body.providers),
  }),
  'GET /services/:id/impact': ({ params, query }) => impactOn(deps, serviceKind, params.id, query.providers),
  'GET /locations/:id/impact': ({ params }) => impactOn(deps, locationKind, params.id),
});
