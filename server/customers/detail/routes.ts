import type { Db } from '../../db/connect.js';
import type { Clock } from '../../lib/clock.js';
import type { Handlers } from '../../lib/endpoint.js';
import { findCustomer } from '../record/find.js';
import { activityOf } from './activity.js';
import { listPlaces } from './appointments.js';
import { overviewOf } from './overview.js';
import type { detailEndpoints } from './schema.js';

export interface DetailDeps {
  db: Db;
  clock: Clock;
}

const defaultPageSize = 25;

/** The handlers of what stands on a customer's page beside the record itself (FEATURES A064 to A066, A090). */
export const detailHandlers = ({ db, clock }: DetailDeps): Handlers<typeof detailEndpoints> => ({
  async 'GET /customers/:number/overview'({ actor, params: { number } }) {
    return overviewOf(db, actor, await findCustomer(db, actor, number), clock.now());
  },
  async 'GET /customers/:number/appointments'({ actor, params: { number }, query }) {
    const { kind, page = 1, pageSize = defaultPageSize } = query;
    await findCustomer(db, actor, number);
    return listPlaces(db, actor, number, { kind, page, pageSize }, clock.now());
  },
  async 'GET /customers/:number/activity'({ actor, params: { number }, query }) {
    const { page = 1, pageSize = defaultPageSize } = query;
    await findCustomer(db, actor, number);
    return activityOf(db, actor, number, { page, pageSize });
  },
});
