import { transact } from '../../db/transact.js';
import { bumpCatalog } from '../../db/versions.js';
import type { Actor } from '../../lib/actor.js';
import type { Handlers } from '../../lib/endpoint.js';
import { notFound } from '../../lib/errors.js';
import type { Random } from '../../lib/ids.js';
import { createPictureDesk } from '../../lib/pictures/desk.js';
import type { EncodedPicture } from '../../lib/pictures/encode.js';
import { findThing, serviceKind, updateThing } from '../queries.js';
import type { Service } from '../schema.js';
import type { ThingDeps } from '../things.js';
import type { pictureEndpoints, servicePictureEndpoints } from './schema.js';
import { dropUnused, keepPicture, pictureAddress, readPicture } from './store.js';

export interface PictureDeps extends ThingDeps {
  random: Random;
}

export const catalogPictureHandlers = ({ db }: Pick<PictureDeps, 'db'>): Handlers<typeof pictureEndpoints> => ({
  'GET /pictures/:key': async ({ params, query }) => {
    const bytes = await readPicture(db, params.key, query.size === '64' ? 128 : 512);
    if (!bytes) throw notFound();
    // The address has the picture's key in it, so what is there never changes.
    return { media: 'image/webp', fileName: null, body: once(bytes), caching: 'public, max-age=31536000, immutable' };
  },
});

export const servicePictureHandlers = (deps: PictureDeps): Handlers<typeof servicePictureEndpoints> => {
  const handIn = createPictureDesk();
  return {
    'PUT /services/:id/picture': async ({ actor, params, upload }) => {
      // Before the file is read: nobody sends 10 MB to learn that there is no such service.
      if (!(await findThing(deps.db, serviceKind, params.id))) throw notFound();
      return { picture: (await change(deps, actor, params.id, await handIn(upload))) as string };
    },
    'DELETE /services/:id/picture': async ({ actor, params }) => {
      await change(deps, actor, params.id, null);
      return null;
    },
  };
};

/** Another picture in the place of the one before, or none. Throws `not_found`. */
function change(
  { db, clock, random, record }: PictureDeps,
  actor: Actor,
  id: number,
  encoded: EncodedPicture | null,
): Promise<string | null> {
  const key = random.bytes(16).toString('hex');
  return transact(db, async (tx) => {
    await bumpCatalog(tx);
    const before = await findThing<Service>(tx, serviceKind, id);
    if (!before) throw notFound();
    const picture = encoded ? pictureAddress(key) : null;
    if (picture === before.picture) return picture;
    const at = clock.now();
    if (encoded) await keepPicture(tx, key, encoded, at);
    await updateThing(tx, serviceKind, id, { picture });
    await dropUnused(tx, before.picture);
    const values = { picture: { from: before.picture, to: picture } };
    await record(tx, [{ at, actor, action: 'service.changed', subject: `service:${id}`, values }]);
    return picture;
  });
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
