import type { Tx } from '../db/connect.js';
import { catalogVersion } from '../db/versions.js';
import type { Prepared } from '../lib/endpoint.js';
import { AppError } from '../lib/errors.js';
import { dropUnused } from './picture/store.js';
import { publicCatalog } from './public-catalog.js';
import { publicRows } from './public-queries.js';
import { categoryKind, findThing, locationKind, serviceKind } from './queries.js';
import type {
  Category,
  CategoryChange,
  Location,
  LocationChange,
  NewCategory,
  NewLocation,
  NewService,
  Service,
  ServiceChange,
} from './schema.js';
import type { ThingDeps } from './things.js';
import { createThings } from './things.js';

export interface CatalogDeps extends ThingDeps {
  /** Host pages show our pictures too, by their whole address. */
  publicUrl: string;
}

/** Categories, services and locations, and the public view of them. */
export function createCatalog(deps: CatalogDeps) {
  const { db, publicUrl } = deps;
  let kept: { version: number; json: Promise<Buffer> } | null = null;

  /** The public catalog as a ready body, made once per change of the catalog: a request costs one read of its version. */
  async function prepared(): Promise<Prepared> {
    // The version is read before the rows, so what is kept is never older than its number.
    const version = await catalogVersion(db);
    if (kept?.version !== version) {
      const json = publicRows(db, publicUrl).then((rows) => Buffer.from(JSON.stringify(publicCatalog(rows))));
      const making = { version, json };
      kept = making;
      json.catch(() => {
        if (kept === making) kept = null;
      });
    }
    return { json: await kept.json };
  }

  /** The catalog of whoever was given the link of a private service: that one alone. */
  async function preparedFor(invitedTo: number): Promise<Prepared> {
    return { json: Buffer.from(JSON.stringify(publicCatalog(await publicRows(db, publicUrl, invitedTo)))) };
  }

  return {
    prepared,
    preparedFor,
    categories: createThings<Category, NewCategory, CategoryChange>(deps, categoryKind),
    locations: createThings<Location, NewLocation, LocationChange>(deps, locationKind),
    services: createThings<Service, NewService, ServiceChange>(deps, serviceKind, hasCategory, (tx, { picture }) =>
      dropUnused(tx, picture),
    ),
  };
}

export type Catalog = ReturnType<typeof createCatalog>;

async function hasCategory(tx: Tx, { categoryId }: { categoryId?: number }): Promise<void> {
  if (categoryId !== undefined && !(await findThing(tx, categoryKind, categoryId)))
    throw new AppError('invalid_request', 'There is no category with this id.', { field: 'categoryId' });
}
