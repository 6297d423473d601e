import type { Db } from '../../db/connect.js';
import { idsOfArm } from './arms.js';
import type { Constraint } from './constraints.js';
import { anybody, ofProvider } from './constraints.js';
import type { Order } from './order.js';
import type { Population, Span } from './page-queries.js';
import { countEach, idsOfSteps, pageOfCandidates } from './page-queries.js';
import type { Limits, Measured } from './plan.js';
import { choosePlan, isDense, lastResort, leadsNowhere, usualLimits } from './plan.js';
import type { Steps } from './steps.js';
import { alongIndex, isBlock, isSortable, restOf, sortedCandidates } from './steps.js';
import { stripOfNames, stripOfSteps } from './strips.js';
import { togetherInNames } from './visible.js';
import type { FoundPage } from './walk.js';
import { Walk } from './walk.js';

/** Totals up to this are exact at once where nothing is searched for. */
export const totalCap = 10_000;

/** The ids of a page of a list, in order. */
export async function findPage(
  db: Db,
  population: Population,
  order: Order,
  span: Span,
  limits = usualLimits,
): Promise<FoundPage> {
  const { statuses } = population;
  const steps = alongIndex(db, statuses, population.constraints, order);
  const constraints = narrowing(population);
  if (constraints.length === 0) return everybody(db, statuses, steps, span);
  const walk = alongOrder(db, population, order, span, steps, limits);
  if (await walk.look(() => true)) return walk.page();
  const ways = constraints.filter(({ arms }) => arms !== anybody.arms);
  const isHopeless = (): boolean => leadsNowhere(walk.progress(), limits);
  if (isDense(walk.progress()) && (await walk.look(isHopeless))) return walk.page();
  for (const cap of limits.countCaps) {
    const measured = await measure(db, [...ways, anybody], statuses, order, { ...limits, cap });
    const plan = choosePlan(measured, cap, limits);
    if (plan.kind === 'candidates') return lookAtAll(db, population, plan.of, order, span);
    if (plan.kind === 'sorted') return lookInOrder(db, population, plan.of, order, span, limits);
    const together = order.by === 'name' ? togetherInNames(ways, rarestWord(measured)) : null;
    if (together !== null) {
      const all = { item: together, block: limits.blockCap, rest: 0, sortable: true };
      return lookInOrder(db, population, all, order, span, limits);
    }
    if (!isHopeless() && (await walk.look(isHopeless))) return walk.page();
    const resort = lastResort(measured, cap);
    if (resort !== null) return lookAtAll(db, population, resort, order, span);
  }
  await walk.look(() => false);
  return walk.page();
}

/** By name through the index that holds what a search asks for, otherwise with a look at each row. */
function alongOrder(db: Db, population: Population, order: Order, span: Span, steps: Steps, limits: Limits): Walk {
  if (order.by !== 'name' || population.statuses.length > 1)
    return new Walk(stripOfSteps(db, population, order, steps), span, limits);
  const perRow = isInNames(population) ? entriesPerRow : 1;
  const widestWindow = Math.min(limits.widestWindow, limits.plainAfter);
  return new Walk(stripOfNames(db, population, order), span, { ...limits, widestWindow }, { perRow });
}

async function lookAtAll(db: Db, population: Population, of: Constraint, order: Order, span: Span): Promise<FoundPage> {
  return { ...(await pageOfCandidates(db, population, of, order, span)), more: false };
}

async function lookInOrder(
  db: Db,
  population: Population,
  { item, block, rest }: Measured<Constraint>,
  order: Order,
  span: Span,
  limits: Limits,
): Promise<FoundPage> {
  const steps = sortedCandidates(db, (item.narrowArms ?? item.arms)(population.statuses), order);
  const atMost = block < limits.blockCap ? block + rest : undefined;
  // Each window sorts all candidates anew: where they are many, the first is to be the last.
  const firstWindow = Math.max(limits.firstWindow, Math.ceil(rest / 8));
  const strip = stripOfSteps(db, population, order, steps);
  const walk = new Walk(strip, span, { ...limits, firstWindow }, { atMost });
  await walk.look(() => false);
  return walk.page();
}

/** Entries of the index of names that are gone through in the time of one look at a row. */
const entriesPerRow = 6;

/** Whether the index of names alone decides who belongs to a population. */
export const isInNames = (population: Population): boolean =>
  narrowing(population).every(({ inNames }) => inNames === true);

/** What narrows a population beside its status: the filter's constraints and the actor's scope. */
export const narrowing = ({ constraints, scope }: Population): Constraint[] => [
  ...constraints,
  ...(scope === 'all' ? [] : [ofProvider(scope.providerId)]),
];

async function everybody(db: Db, statuses: readonly string[], steps: Steps, span: Span): Promise<FoundPage> {
  const ids = await idsOfSteps(db, steps(span));
  const [counted = 0] = await countEach(
    db,
    anybody.arms(statuses).map((arm) => ({ select: idsOfArm(arm), cap: totalCap + 1 })),
  );
  const total = Math.max(Math.min(counted, totalCap), ids.length > 0 ? span.offset + ids.length : 0);
  return { ids, total, more: counted > totalCap };
}

const rarestWord = (measured: readonly Measured<Constraint>[]): string | undefined =>
  measured
    .filter(({ item }) => item.word !== undefined)
    .sort((one, other) => one.rest - other.rest)
    .at(0)?.item.word;

/** How many each constraint may be fulfilled by; through several arms, somebody may be counted twice. */
async function measure(
  db: Db,
  constraints: readonly Constraint[],
  statuses: readonly string[],
  order: Order,
  { cap, blockCap }: { cap: number; blockCap: number },
): Promise<Measured<Constraint>[]> {
  const arms = constraints.map((constraint) => constraint.arms(statuses));
  const selects = arms.flat().map((arm) => ({
    select: idsOfArm(restOf(arm, order)),
    cap: isBlock(arm, order) ? blockCap : cap,
  }));
  const counts = await countEach(db, selects);
  let at = 0;
  return constraints.map((item, index) => {
    const measured: Measured<Constraint> = { item, block: 0, rest: 0, sortable: isSortable(arms[index] ?? [], order) };
    for (const arm of arms[index] ?? []) {
      measured[isBlock(arm, order) ? 'block' : 'rest'] += counts[at] ?? 0;
      at += 1;
    }
    return measured;
  });
}
