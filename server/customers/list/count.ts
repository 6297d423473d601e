import type { Db } from '../../db/connect.js';
import { idsOfArm } from './arms.js';
import type { Constraint } from './constraints.js';
import { isInNames, narrowing } from './page.js';
import type { Population } from './page-queries.js';
import { amongst, countCandidates, countEach } from './page-queries.js';
import { NameRanges } from './strips.js';

/** Candidates that one statement looks at: beyond it, everybody is looked at, which goes through the table as it lies. */
const mostCandidates = 30_000;
/** Ids that one statement looks through: some ten milliseconds, after which others have their turn. */
const span = 20_000;

/** How many belong to a population, exactly. */
export async function countPopulation(db: Db, population: Population): Promise<number> {
  const constraints = narrowing(population);
  if (constraints.length === 0) return countPart(db, population);
  for (const constraint of constraints) {
    if (await isSmall(db, constraint, population.statuses)) return countCandidates(db, population, constraint);
  }
  if (isInNames(population)) return countAlongNames(db, population);
  const row = await db('customers').max({ last: 'id' }).first();
  let count = 0;
  for (let from = 0; from < Number(row?.last ?? 0); from += span) count += await countPart(db, population, from);
  return count;
}

/** Entries of the index of names that one statement looks through. */
const entries = 40_000;

async function countAlongNames(db: Db, population: Population): Promise<number> {
  let count = 0;
  for (const status of population.statuses) {
    const part = { ...population, statuses: [status] };
    const names = new NameRanges(db, part);
    while (!names.ended) {
      const { range } = await names.next(entries);
      const row: { count: number | string } | undefined = await amongst(range, part).count({ count: '*' }).first();
      count += Number(row?.count ?? 0);
    }
  }
  return count;
}

async function isSmall(db: Db, constraint: Constraint, statuses: readonly string[]): Promise<boolean> {
  const selects = constraint.arms(statuses).map((arm) => ({ select: idsOfArm(arm), cap: mostCandidates + 1 }));
  return (await countEach(db, selects)).reduce((sum, count) => sum + count, 0) <= mostCandidates;
}

/** Of everybody, or of those whose ids follow `from`. */
async function countPart(db: Db, population: Population, from?: number): Promise<number> {
  const query = amongst(db('customers'), population);
  if (from !== undefined) query.where('customers.id', '>', from).where('customers.id', '<=', from + span);
  const row: { count: number | string } | undefined = await query.count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}
