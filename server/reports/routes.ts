import type { Handlers } from '../lib/endpoint.js';
import type { ReportDeps } from './deps.js';
import { reportNumbers } from './numbers.js';
import type { reportEndpoints } from './schema.js';
import { reportToday } from './today.js';

export const reportHandlers = (deps: ReportDeps): Handlers<typeof reportEndpoints> => ({
  'GET /reports/today': ({ actor }) => reportToday(deps, actor),
  'GET /reports/numbers': ({ query }) => reportNumbers(deps, query),
});
