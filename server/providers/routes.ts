import type { Handlers } from '../lib/endpoint.js';
import type { hoursEndpoints } from './hours-schema.js';
import type { Impact } from './impact.js';
import type { impactEndpoints } from './impact-schema.js';
import type { providerAdminEndpoints } from './schema.js';
import type { ProviderService } from './service.js';

export interface ProviderRouteDeps {
  providers: ProviderService;
}

export const providerAdminHandlers = ({ providers }: ProviderRouteDeps): Handlers<typeof providerAdminEndpoints> => ({
  'GET /providers': async () => ({ items: await providers.list() }),
  'POST /providers': ({ actor, body }) => providers.add(actor, body),
  'PUT /providers/order': ({ actor, body }) => providers.order(actor, body.ids),
  'GET /providers/:id': ({ params }) => providers.get(params.id),
  'PATCH /providers/:id': ({ actor, params, body }) => providers.change(actor, params.id, body),
  'DELETE /providers/:id': ({ actor, params }) => providers.remove(actor, params.id),
  'GET /providers/:id/working-hours': ({ params }) => providers.week(params.id),
  'PUT /providers/:id/working-hours': ({ actor, params, body }) => providers.replaceWeek(actor, params.id, body),
  'GET /providers/:id/special-days': async ({ params }) => ({ items: await providers.specialDays(params.id) }),
  'POST /providers/:id/special-days': ({ actor, params, body }) => providers.addSpecialDay(actor, params.id, body),
  'DELETE /providers/:id/special-days/:itemId': ({ actor, params }) =>
    providers.removeSpecialDay(actor, params.id, params.itemId),
  'GET /providers/:id/absences': async ({ params }) => ({ items: await providers.absences(params.id) }),
  'POST /providers/:id/absences': ({ actor, params, body }) => providers.addAbsence(actor, params.id, body),
  'DELETE /providers/:id/absences/:itemId': ({ actor, params }) =>
    providers.removeAbsence(actor, params.id, params.itemId),
  'GET /closures': async () => ({ items: await providers.closures() }),
  'POST /closures': ({ actor, body }) => providers.addClosure(actor, body),
  'DELETE /closures/:id': ({ actor, params }) => providers.removeClosure(actor, params.id),
});

export const hoursHandlers = ({ providers }: ProviderRouteDeps): Handlers<typeof hoursEndpoints> => ({
  'GET /providers/:id/hours': ({ params }) => providers.periods(params.id),
  'PUT /providers/:id/hours': ({ actor, params, body }) => providers.replacePeriods(actor, params.id, body),
});

export const impactHandlers = ({ impact }: { impact: Impact }): Handlers<typeof impactEndpoints> => ({
  'POST /providers/:id/impact': ({ actor, params, body }) => impact.ofChange(actor, params.id, body),
  'POST /closures/impact': ({ actor, body }) => impact.ofClosure(actor, body),
});
