import type { Db, Tx } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { fromRow, toRow } from '../db/rows.js';
import type { Performed, Provider } from './schema.js';

/** Columns of the provider's own row. */
export type ProviderFields = Partial<Omit<Provider, 'id' | 'locations' | 'services'>>;

const columns = ['id', 'name', 'email', 'phone', 'picture', 'position', 'status'];

/** Providers in the business's order, all or the one asked for, with their locations and services. */
export async function readProviders(db: Db | Tx, id?: number): Promise<Provider[]> {
  const rows: Row[] = await db('providers')
    .select(columns)
    .where(id === undefined ? {} : { id })
    .orderBy(['position', 'id']);
  const only = id === undefined ? {} : { provider_id: id };
  const places: { provider_id: number; location_id: number }[] = await db('provider_locations')
    .select('provider_id', 'location_id')
    .where(only)
    .orderBy('location_id');
  const performed: Row[] = await db('provider_services')
    .select('provider_id', 'service_id', 'price_minor', 'duration_minutes')
    .where(only)
    .orderBy('service_id');
  return rows.map((row) => ({
    ...fromRow<Omit<Provider, 'locations' | 'services'>>(row),
    locations: places.filter((place) => place.provider_id === row['id']).map((place) => place.location_id),
    services: performed
      .filter((line) => line['provider_id'] === row['id'])
      .map(({ provider_id: _, ...line }) => fromRow<Performed>(line)),
  }));
}

export async function findResource(db: Db | Tx, providerId: number): Promise<number | null> {
  const row: { resource_id: number } | undefined = await db('providers').where({ id: providerId }).first('resource_id');
  return row?.resource_id ?? null;
}

/** A provider comes with the calendar row that every writer of its time writes first. */
export async function insertProvider(tx: Tx, fields: ProviderFields): Promise<number> {
  const [resourceId] = await tx('calendars').insert({ version: 0 });
  const [id] = await tx('providers').insert({ ...toRow(fields), resource_id: resourceId });
  return Number(id);
}

export async function updateProvider(tx: Tx, id: number, fields: ProviderFields): Promise<void> {
  const row = toRow(fields);
  if (Object.keys(row).length > 0) await tx('providers').where({ id }).update(row);
}

/** Removes a provider, the calendar, and everything that says when and what the provider works. */
export async function deleteProvider(tx: Tx, id: number, resourceId: number): Promise<void> {
  for (const table of [
    'provider_locations',
    'provider_services',
    'working_hours',
    'hours_periods',
    'calendar_feeds',
    'special_days',
    'absences',
  ])
    await tx(table).where({ provider_id: id }).delete();
  await tx('providers').where({ id }).delete();
  await tx('calendars').where({ resource_id: resourceId }).delete();
}

export async function replaceLocations(tx: Tx, providerId: number, locationIds: readonly number[]): Promise<void> {
  await tx('provider_locations').where({ provider_id: providerId }).delete();
  if (locationIds.length > 0)
    await tx('provider_locations').insert(
      locationIds.map((locationId) => ({ provider_id: providerId, location_id: locationId })),
    );
}

export async function replaceServices(tx: Tx, providerId: number, services: readonly Performed[]): Promise<void> {
  await tx('provider_services').where({ provider_id: providerId }).delete();
  if (services.length > 0) await tx('provider_services').insert(services.map((line) => toRow({ providerId, ...line })));
}

/** Which of these ids are in a table. */
export async function existingIds(
  db: Db | Tx,
  table: 'locations' | 'services',
  ids: readonly number[],
): Promise<Set<number>> {
  const rows: { id: number }[] = await db(table)
    .select('id')
    .whereIn('id', [...ids]);
  return new Set(rows.map(({ id }) => id));
}

export async function countOf(db: Db | Tx, table: 'appointments' | 'accounts', providerId: number): Promise<number> {
  const row: { count?: number | string } | undefined = await db(table)
    .where({ provider_id: providerId })
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}
