import type { Db, Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { DAY, parseDay } from '../lib/time-zone.js';
import type { ProviderDeps } from './deps.js';
import type { BookedAt } from './impact-queries.js';
import { describeAppointments } from './impact-queries.js';
import type { MisfitReason, ProviderThought, Stranded } from './impact-schema.js';
import { mostStranded } from './impact-schema.js';
import type { NewClosure } from './schema.js';
import type { ProviderService } from './service.js';
import { createProviders } from './service.js';

type Misfit = BookedAt & { reason: MisfitReason };

/** The appointments that a change may touch; without bounds all that are to come, and of every provider where that is null. */
interface Scope {
  providerId: number | null;
  from?: number;
  to?: number;
}

export interface ImpactDeps extends ProviderDeps {
  db: Db;
  /** What fits and what doesn't, as a transaction sees it (availability). */
  readFitting(
    tx: Tx,
    scope: Scope,
    now: number,
  ): Promise<{ misfits: Misfit[]; othersFor(appointment: Misfit): Promise<{ id: number; name: string }[]> }>;
  /** Whether an actor may see appointments of a provider. */
  sees(actor: Actor, providerId: number): boolean;
}

/** What a change would do to appointments, seen by making it and taking it back: the very code that saves it. */
export function createImpact(deps: ImpactDeps) {
  /** `run` makes the change through a service whose transaction looks at what comes of it, and is then rolled back. */
  async function look(
    actor: Actor,
    scope: Scope,
    run: (providers: ProviderService) => Promise<unknown>,
  ): Promise<Stranded> {
    const now = deps.clock.now();
    const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      transact(deps.db, async (tx) => {
        const fitted = new Set((await deps.readFitting(tx, scope, now)).misfits.map(({ id }) => id));
        await work(tx);
        const { misfits, othersFor } = await deps.readFitting(tx, scope, now);
        // What did not fit before is nothing that this change does.
        const stranded = misfits.filter(({ id }) => !fitted.has(id));
        const seen = stranded.filter(({ providerId }) => deps.sees(actor, providerId));
        const shown = await describeAppointments(tx, seen.slice(0, mostStranded));
        const items = [];
        for (const [index, item] of shown.entries())
          items.push({ ...item, others: await othersFor(seen[index] as Misfit) });
        throw new Seen({ total: stranded.length, hidden: stranded.length - seen.length, items });
      });
    try {
      await run(createProviders({ ...deps, within }));
    } catch (error) {
      if (error instanceof Seen) return error.stranded;
      throw error;
    }
    throw new Error('A change that was only looked at has been made.');
  }

  return {
    ofChange(actor: Actor, id: number, change: ProviderThought): Promise<Stranded> {
      const { absence, hours, specialDay, specialDayRemoval, fields = {} } = change;
      const always = { providerId: id };
      if (absence) {
        const range = { from: Date.parse(absence.startsAt), to: Date.parse(absence.endsAt) };
        return look(actor, { ...always, ...range }, (providers) => providers.addAbsence(actor, id, absence));
      }
      if (specialDay)
        return look(actor, { ...always, ...around(specialDay.day, specialDay.day) }, (providers) =>
          providers.addSpecialDay(actor, id, specialDay),
        );
      if (specialDayRemoval !== undefined)
        return look(actor, always, (providers) => providers.removeSpecialDay(actor, id, specialDayRemoval));
      if (hours) return look(actor, always, (providers) => providers.replacePeriods(actor, id, hours));
      return look(actor, always, (providers) => providers.change(actor, id, fields));
    },

    ofClosure: (actor: Actor, closure: NewClosure): Promise<Stranded> =>
      look(actor, { providerId: null, ...around(closure.firstDay, closure.lastDay) }, (providers) =>
        providers.addClosure(actor, closure),
      ),
  };
}

export type Impact = ReturnType<typeof createImpact>;

/** Ends the transaction with what was seen in it. */
class Seen extends Error {
  constructor(readonly stranded: Stranded) {
    super('only looked at');
  }
}

/** All instants at which some clock on earth shows one of these dates, and the night after. */
const around = (firstDay: string, lastDay: string): { from: number; to: number } => ({
  from: ((parseDay(firstDay) ?? 0) - 1) * DAY,
  to: ((parseDay(lastDay) ?? 0) + 3) * DAY,
});
