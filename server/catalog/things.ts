import { changedValues } from '../audit/changes.js';
import type { RecordAudit } from '../audit/record.js';
import type { Db, Tx } from '../db/connect.js';
import { isForeignKey, transact } from '../db/transact.js';
import { bumpCatalog } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import type { Clock } from '../lib/clock.js';
import { AppError, notFound } from '../lib/errors.js';
import type { Kind } from './queries.js';
import { countUses, deleteThing, findThing, insertThing, listThings, updateThing } from './queries.js';

export interface ThingDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
}

export interface Things<Thing, New, Change> {
  list(): Promise<Thing[]>;
  get(id: number): Promise<Thing>;
  add(actor: Actor, fields: New): Promise<Thing>;
  change(actor: Actor, id: number, fields: Change): Promise<Thing>;
  remove(actor: Actor, id: number): Promise<null>;
}

/**
 * The verbs that categories, locations and services share. Each write says first that the catalog changed, and leaves one line
 * in the audit trail. `check` refuses fields that point to something that isn't there; `left` looks after what a row let go of.
 */
export function createThings<Thing extends { id: number }, New extends object, Change extends object>(
  { db, clock, record }: ThingDeps,
  kind: Kind,
  check: (tx: Tx, fields: New | Change) => Promise<void> = async () => {},
  left: (tx: Tx, before: Thing) => Promise<void> = async () => {},
): Things<Thing, New, Change> {
  const existing = async (connection: Db | Tx, id: number): Promise<Thing> => {
    const found = await findThing<Thing>(connection, kind, id);
    if (!found) throw notFound();
    return found;
  };
  const tell = (tx: Tx, actor: Actor, verb: string, id: number, values: object) =>
    record(tx, [
      { at: clock.now(), actor, action: `${kind.noun}.${verb}`, subject: `${kind.noun}:${id}`, values: { ...values } },
    ]);

  return {
    list: () => listThings<Thing>(db, kind),

    get: (id) => existing(db, id),

    add: (actor, fields) =>
      transact(db, async (tx) => {
        await bumpCatalog(tx);
        await check(tx, fields);
        const id = await insertThing(tx, kind, fields);
        await tell(tx, actor, 'created', id, fields);
        return existing(tx, id);
      }),

    change: (actor, id, fields) =>
      transact(db, async (tx) => {
        await bumpCatalog(tx);
        const before = await existing(tx, id);
        await check(tx, fields);
        const changed = changedValues(before, fields);
        if (Object.keys(changed).length === 0) return before;
        await updateThing(tx, kind, id, fields);
        await left(tx, before);
        await tell(tx, actor, 'changed', id, changed);
        return existing(tx, id);
      }),

    remove: (actor, id) =>
      transact(db, async (tx) => {
        await bumpCatalog(tx);
        const before = await existing(tx, id);
        for (const use of kind.usedBy) {
          const count = await countUses(tx, use, id);
          if (count > 0) throw inUse(kind.noun, use.words, count);
        }
        try {
          await deleteThing(tx, kind, id);
        } catch (error) {
          // Somebody began to use it between the look and the deletion.
          throw isForeignKey(error) ? inUse(kind.noun, 'something else') : error;
        }
        await left(tx, before);
        await tell(tx, actor, 'removed', id, before);
        return null;
      }),
  };
}

const inUse = (noun: string, by: string, count?: number): AppError =>
  new AppError('in_use', `This ${noun} is still used by ${by}${count === undefined ? '' : ` (${count})`}.`, {
    details: { by, ...(count === undefined ? {} : { count }) },
  });
