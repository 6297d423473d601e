import type { Db } from '../../db/connect.js';
import type { Arm } from './arms.js';
import type { Constraint } from './constraints.js';
import { anybody } from './constraints.js';
import type { Fragment } from './fragment.js';
import { beyond, fragment, joined } from './fragment.js';
import type { Order } from './order.js';
import { findPage } from './page.js';
import type { Population, Span } from './page-queries.js';
import { usualLimits } from './plan.js';
import type { FoundPage } from './walk.js';

/** The ids of a page of a list, in any of its orders. */
export const findSorted = (
  db: Db,
  population: Population,
  order: Order,
  span: Span,
  limits = usualLimits,
): Promise<FoundPage> =>
  order.by === 'match' ? findBestMatches(db, population, span, limits) : findPage(db, population, order, span, limits);

/**
 * By name, but first those whose name (last name first) begins with what is searched for, in the order in which that was typed:
 * `anna m` shows Anna Meier before Maria Anna Abel. It is what most who type look for, and it is found with a look at those names
 * alone, where the first by name among all may be anywhere.
 */
async function findBestMatches(db: Db, population: Population, span: Span, limits = usualLimits): Promise<FoundPage> {
  const ids: number[] = [];
  let passed = 0;
  for (const tier of tiersOf(leadsOf(population.constraints))) {
    // Of a tier that comes after a full page it is asked whether it holds anybody.
    const rest = { offset: Math.max(0, span.offset - passed), limit: Math.max(1, span.limit - ids.length) };
    const constraints = [...tier, ...population.constraints.map((constraint) => narrowed(constraint, tier))];
    const page = await findPage(db, { ...population, constraints }, byName, rest, limits);
    ids.push(...page.ids.slice(0, span.limit - ids.length));
    passed += page.total;
    if (page.more) return { ids, total: passed, more: true };
  }
  return { ids, total: passed, more: false };
}

const byName: Order = { by: 'name', descending: false };

/** Each lead is a page to be looked for, and each two of these words are two; whoever types more finds few by the words alone. */
const mostLeading = 3;

/** What a name may begin with, the likeliest first: a word and another behind it, then what was typed as one, then each word. */
function leadsOf(constraints: readonly Constraint[]): string[] {
  const each = constraints.flatMap(({ leads = [] }) => (leads.length > 0 ? [leads] : [])).slice(0, mostLeading);
  const words = each.map(([word = '']) => word);
  const pairs = words.flatMap((one) => words.filter((other) => other !== one).map((other) => `${one} ${other}`));
  return [...new Set([...pairs, ...each.flatMap(([, ...typed]) => typed), ...words])];
}

interface Tier extends Constraint {
  /** What the column of names says of it. */
  names: Fragment;
}

/** Who begins with the first, who with the second and not the first, and who with none. */
function tiersOf(leads: readonly string[]): Tier[][] {
  const before = (at: number): Tier[] => leads.slice(0, at).map(beginsOtherwise);
  return [...leads.map((lead, at) => [beginsWith(lead), ...before(at)]), before(leads.length)];
}

const rangeOf = (column: string, lead: string): Fragment =>
  fragment(`${column} >= ? AND ${column} < ?`, lead, beyond(lead));

const not = ({ sql, bindings }: Fragment): Fragment => fragment(`NOT (${sql})`, ...bindings);

function beginsWith(lead: string): Tier {
  const names = rangeOf('sort_name', lead);
  return {
    check: rangeOf('customers.sort_name', lead),
    inNames: true,
    range: { column: 'sort_name', condition: names },
    arms: anybody.arms,
    names,
  };
}

const beginsOtherwise = (lead: string): Tier => ({
  check: not(rangeOf('customers.sort_name', lead)),
  inNames: true,
  arms: anybody.arms,
  names: not(rangeOf('sort_name', lead)),
});

/** A constraint whose arms hold those of a tier alone, where their indexes hold the name. */
function narrowed(constraint: Constraint, tier: readonly Tier[]): Constraint {
  const within = tier.map(({ names }) => names);
  const narrow = (arm: Arm): Arm => (arm.sorted ? { ...arm, from: joined([arm.from, ...within], ' AND ') } : arm);
  return { ...constraint, narrowArms: (statuses) => constraint.arms(statuses).map(narrow) };
}
