import type { State } from './state.js';
import type { Ask } from './times.js';

/** The question about free times that belongs to a visit, with days as `timezone` counts them. */
export function askOf({ visit }: Pick<State, 'visit'>, timezone: string): Ask {
  return {
    service: visit.services.join(','),
    location: visit.location?.toString(),
    provider: visit.provider?.toString(),
    persons: visit.persons > 1 ? String(visit.persons) : undefined,
    timezone,
  };
}
