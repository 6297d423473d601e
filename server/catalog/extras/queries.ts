import type { Db, Tx } from '../../db/connect.js';
import type { Row } from '../../db/rows.js';
import { fromRow, toRow } from '../../db/rows.js';
import type { Extra } from './schema.js';

/** Extras in the business's order, all or the one asked for, each with its services. */
export async function readExtras(db: Db | Tx, id?: number): Promise<Extra[]> {
  const rows: Row[] = await db('extras')
    .where(id === undefined ? {} : { id })
    .orderBy(['position', 'id'])
    .select('id', 'name', 'price_minor', 'currency', 'minutes', 'most');
  const lines: { extra_id: number; service_id: number }[] = await db('extra_services')
    .where(id === undefined ? {} : { extra_id: id })
    .orderBy('service_id')
    .select('extra_id', 'service_id');
  return rows.map((row) => ({
    ...fromRow<Omit<Extra, 'services'>>(row),
    services: lines.filter((line) => line.extra_id === row['id']).map((line) => line.service_id),
  }));
}

export async function insertExtra(tx: Tx, fields: object): Promise<number> {
  const row: { last?: number | null } | undefined = await tx('extras').max({ last: 'position' }).first();
  const [id] = await tx('extras').insert(toRow({ ...fields, position: Number(row?.last ?? -1) + 1 }));
  return Number(id);
}

export async function updateExtra(tx: Tx, id: number, fields: object): Promise<void> {
  const row = toRow(fields);
  if (Object.keys(row).length > 0) await tx('extras').where({ id }).update(row);
}

export async function replaceServices(tx: Tx, id: number, services: readonly number[]): Promise<void> {
  await tx('extra_services').where({ extra_id: id }).delete();
  if (services.length > 0)
    await tx('extra_services').insert(services.map((serviceId) => ({ extra_id: id, service_id: serviceId })));
}

export async function deleteExtra(tx: Tx, id: number): Promise<void> {
  await tx('extra_services').where({ extra_id: id }).delete();
  await tx('extras').where({ id }).delete();
}

/** The first of these ids that is no service, or stands there twice; -1 when all are well. */
export async function wrongService(tx: Tx, services: readonly number[]): Promise<number> {
  const known: number[] = await tx('services')
    .whereIn('id', [...services])
    .pluck('id');
  return services.findIndex((id, index) => !known.includes(id) || services.indexOf(id) !== index);
}
