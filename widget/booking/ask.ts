import type { State } from './state.js';
import type { Ask } from './times.js';

/** The question about free times that belongs to a visit, with days as `timezone` counts them. */
export function askOf({ visit }: Pick<State, 'visit'>, timezone: string): Ask {
  return {
    service: visit.services.join(','),
    ...(visit.location !== null && { location: String(visit.location) }),
    ...(visit.provider !== null && { provider: String(visit.provider) }),
    ...(visit.persons > 1 && { persons: String(visit.persons) }),
    timezone,
  };
}
