import type { Db, Tx } from '../db/connect.js';
import type { Row, RowShape } from '../db/rows.js';
import { fromRow, toRow } from '../db/rows.js';

/** A table of the catalog, and what may refer to its rows. */
export interface Kind {
  table: 'categories' | 'locations' | 'services';
  /** As the audit trail calls it. */
  noun: 'category' | 'location' | 'service';
  shape: RowShape;
  usedBy: readonly Use[];
  /** Rows that only say something about this one, and go with it. */
  takesAlong: readonly Omit<Use, 'words'>[];
}

export interface Use {
  table: string;
  column: string;
  /** As a person reads it: `services`. */
  words: string;
}

export const categoryKind: Kind = {
  table: 'categories',
  noun: 'category',
  shape: {},
  usedBy: [{ table: 'services', column: 'category_id', words: 'services' }],
  takesAlong: [],
};

export const locationKind: Kind & { noun: 'location' } = {
  table: 'locations',
  noun: 'location',
  shape: {},
  usedBy: [
    { table: 'appointments', column: 'location_id', words: 'appointments' },
    { table: 'provider_locations', column: 'location_id', words: 'providers' },
    { table: 'working_hours', column: 'location_id', words: 'working hours' },
    { table: 'closures', column: 'location_id', words: 'closures' },
  ],
  takesAlong: [],
};

export const serviceKind: Kind & { noun: 'service' } = {
  table: 'services',
  noun: 'service',
  shape: { booleans: ['needsApproval'] },
  usedBy: [{ table: 'appointments', column: 'service_id', words: 'appointments' }],
  takesAlong: [
    { table: 'provider_services', column: 'service_id' },
    { table: 'service_links', column: 'service_id' },
    { table: 'extra_services', column: 'service_id' },
  ],
};

export async function listThings<Thing>(db: Db | Tx, kind: Kind): Promise<Thing[]> {
  const rows: Row[] = await db(kind.table).select('*').orderBy(['position', 'id']);
  return rows.map((row) => fromRow<Thing>(row, kind.shape));
}

/** Ids in the business's order, all or those with these values. */
export async function idsOf(db: Db | Tx, { table }: Kind, where: object = {}): Promise<number[]> {
  const rows: { id: number }[] = await db(table).select('id').where(where).orderBy(['position', 'id']);
  return rows.map(({ id }) => id);
}

export async function findThing<Thing>(db: Db | Tx, kind: Kind, id: number): Promise<Thing | null> {
  const row: Row | undefined = await db(kind.table).where({ id }).first();
  return row ? fromRow<Thing>(row, kind.shape) : null;
}

/** Comes after all that are there, unless `fields` name a position. */
export async function insertThing(
  tx: Tx,
  kind: Kind,
  fields: object & { position?: number | undefined },
): Promise<number> {
  const position = fields.position ?? (await lastPosition(tx, kind)) + 1;
  const [id] = await tx(kind.table).insert(toRow({ ...fields, position }));
  return Number(id);
}

async function lastPosition(tx: Tx, { table }: Kind): Promise<number> {
  const row: { last?: number | null } | undefined = await tx(table).max({ last: 'position' }).first();
  return Number(row?.last ?? -1);
}

export async function updateThing(tx: Tx, kind: Kind, id: number, fields: object): Promise<void> {
  await tx(kind.table).where({ id }).update(toRow(fields));
}

export async function deleteThing(tx: Tx, kind: Kind, id: number): Promise<void> {
  for (const { table, column } of kind.takesAlong)
    await tx(table)
      .where({ [column]: id })
      .delete();
  await tx(kind.table).where({ id }).delete();
}

export async function countUses(db: Db | Tx, { table, column }: Use, id: number): Promise<number> {
  const row: { count?: number | string } | undefined = await db(table)
    .where({ [column]: id })
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}
