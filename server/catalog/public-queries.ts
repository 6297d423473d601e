import type { Db } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { fromRow } from '../db/rows.js';
import { readExtras } from './extras/queries.js';
import type { CatalogRows } from './public-catalog.js';

/**
 * What the public catalog is made of: active and visible rows alone, each list in the business's order; pictures by their whole address. For
 * whoever was given the link of a private service, that service alone.
 */
export async function publicRows(db: Db, publicUrl: string, invitedTo?: number): Promise<CatalogRows> {
  const seen = <Shown extends { picture: string | null }>(shown: Shown): Shown =>
    shown.picture?.startsWith('/') ? { ...shown, picture: publicUrl + shown.picture } : shown;
  const services: Row[] = await db('services')
    .select(
      'id',
      'category_id',
      'name',
      'description',
      'duration_minutes',
      'price_minor',
      'currency',
      'capacity',
      'colour',
      'picture',
      'needs_approval',
      'cancel_notice_minutes',
    )
    .where(invitedTo === undefined ? { status: 'active', visibility: 'visible' } : { status: 'active', id: invitedTo })
    .orderBy(['position', 'id']);
  const providers: Row[] = await db('providers')
    .select('id', 'name', 'picture')
    .where({ status: 'active' })
    .orderBy(['position', 'id']);
  const locations: Row[] = await db('locations')
    .select('id', 'name', 'address', 'time_zone')
    .where({ status: 'active' })
    .orderBy(['position', 'id']);
  const categories: Row[] = await db('categories').select('id', 'name').orderBy(['position', 'id']);
  const worksAt: Row[] = await db('provider_locations').select('provider_id', 'location_id');
  const performs: Row[] = await db('provider_services').select(
    'provider_id',
    'service_id',
    'price_minor',
    'duration_minutes',
  );
  return {
    extras: await readExtras(db),
    services: services.map((row) => seen(fromRow(row, { booleans: ['needsApproval'] }))),
    providers: providers.map((row) => seen(fromRow(row))),
    locations: locations.map((row) => fromRow(row)),
    categories: categories.map((row) => fromRow(row)),
    worksAt: worksAt.map((row) => fromRow(row)),
    performs: performs.map((row) => fromRow(row)),
  };
}
