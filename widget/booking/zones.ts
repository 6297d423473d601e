import { now, sameClock } from '../kit/dates.js';
import type { State } from './state.js';
import type { Choice } from './visit.js';
import { byId } from './visit.js';

export interface Zones {
  /** The zone of the place of the visit. */
  place: string;
  /** The zone that times are read in. */
  shown: string;
  /** The visitor's clock shows something else than the place's. */
  differ: boolean;
}

/** Whose clock is read: the visitor's own, unless it shows the same as the place's or the visitor chose the place's. */
export function zonesOf({ catalog }: Choice, { visit, clock }: State, own: string): Zones {
  const location = byId(catalog.locations, visit.slot?.location ?? visit.location);
  const place = (location ?? catalog.locations[0])?.timeZone ?? own;
  const differ = !sameClock(own, place, visit.slot?.start ?? now());
  return { place, differ, shown: differ && clock === 'own' ? own : place };
}
