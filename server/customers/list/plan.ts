/** What the ways to a page are chosen by. All are numbers of rows or of entries of an index. */
export interface Limits {
  /** Arms are counted up to the first of these; should all reach it, and a walk lead nowhere, up to the next. */
  countCaps: readonly number[];
  /** Candidates that lie in order already are not counted beyond this. */
  blockCap: number;
  /** So many candidates are looked at before anything better is tried. */
  few: number;
  /** So many candidates are looked at before a walk is: where both cost the same among a million customers. */
  some: number;
  /** Rows of the first window of a walk, and the most of one. */
  firstWindow: number;
  widestWindow: number;
  /** Rows that a walk may look at before another way is tried, and after which it is plain how many of a hundred match. */
  farthestWalk: number;
  plainAfter: number;
}

export const usualLimits: Limits = {
  countCaps: [6000, 50_000],
  blockCap: 2000,
  few: 1500,
  some: 5000,
  firstWindow: 250,
  widestWindow: 8000,
  farthestWalk: 12_000,
  plainAfter: 2500,
};

/** How many are reached through the arms of a constraint. */
export interface Measured<Item> {
  item: Item;
  /** Those who lie in the list's order already. */
  block: number;
  /** The others. */
  rest: number;
  /** The others carry what the list is sorted by, so that they are sorted without a look at their rows. */
  sortable: boolean;
}

const countOf = ({ block, rest }: Measured<unknown>): number => block + rest;

export type Plan<Item> =
  /** Few may match: look at each, sort, and know the total. */
  | { kind: 'candidates'; of: Item }
  /** Sort the candidates by what their indexes hold, and look at as many as the page needs. */
  | { kind: 'sorted'; of: Measured<Item> }
  /** Many may match each of them: go along the order until the page is full. */
  | { kind: 'walk' };

/**
 * The way to a page when a first look along the order has not filled it. A look at a row costs the same on each; an entry of an
 * index costs a tenth of it. Candidates cost a look each; sorted candidates an entry each and a look for each that is shown or
 * fails; a walk the length of the page over the share that match. `cap` is what was counted to.
 */
export function choosePlan<Item>(measured: readonly Measured<Item>[], cap: number, limits: Limits): Plan<Item> {
  const all = smallest(measured, countOf);
  if (all !== null && countOf(all) <= limits.few) return { kind: 'candidates', of: all.item };
  const sortable = smallest(
    measured.filter((each) => each.sortable),
    ({ rest }) => rest,
  );
  if (sortable !== null && sortable.rest < cap) return { kind: 'sorted', of: sortable };
  if (all !== null && countOf(all) <= limits.some) return { kind: 'candidates', of: all.item };
  return { kind: 'walk' };
}

/** Whose candidates are looked at when a walk leads nowhere; null when each are too many. */
export function lastResort<Item>(measured: readonly Measured<Item>[], cap: number): Item | null {
  const all = smallest(measured, countOf);
  return all !== null && countOf(all) < cap ? all.item : null;
}

function smallest<Item>(
  measured: readonly Measured<Item>[],
  numberOf: (measured: Measured<Item>) => number,
): Measured<Item> | null {
  return measured.reduce<Measured<Item> | null>(
    (best, each) => (best === null || numberOf(each) < numberOf(best) ? each : best),
    null,
  );
}

/** How far a walk has come: rows that the page needs, that were looked at, and that belong to it. */
export interface Progress {
  wanted: number;
  seen: number;
  found: number;
}

/** How many rows of the order to look at next, from what the rows so far gave; not too many on a guess. */
export function nextWindow(
  { wanted, seen, found }: Progress,
  { firstWindow, widestWindow }: Pick<Limits, 'firstWindow' | 'widestWindow'>,
): number {
  if (seen === 0) return Math.max(firstWindow, Math.min(wanted * 4, widestWindow));
  const needed = Math.ceil((((wanted - found) * seen) / (found + 0.5)) * 1.3);
  return Math.max(firstWindow, Math.min(needed, seen * 4, widestWindow));
}

/** Whether a first look at the order found enough to go on along it: one of fifty. */
export const isDense = ({ seen, found }: Progress): boolean => found * 50 >= seen;

/** Whether a walk is to be given up: it has come far, or it is plain that it would have to. */
export const leadsNowhere = ({ wanted, seen, found }: Progress, { farthestWalk, plainAfter }: Limits): boolean =>
  seen >= farthestWalk || (seen >= plainAfter && ((wanted - found) * seen) / (found + 0.5) > farthestWalk);
