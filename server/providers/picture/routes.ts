import type { Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import { bumpCatalog } from '../../db/versions.js';
import type { Actor } from '../../lib/actor.js';
import type { Handlers } from '../../lib/endpoint.js';
import type { Random } from '../../lib/ids.js';
import { createPictureDesk } from '../../lib/pictures/desk.js';
import type { EncodedPicture } from '../../lib/pictures/encode.js';
import type { ProviderDeps } from '../deps.js';
import { tellOfProvider, theProvider } from '../deps.js';
import { updateProvider } from '../queries.js';
import type { providerPictureEndpoints } from './schema.js';

export interface ProviderPictureDeps extends ProviderDeps {
  random: Random;
  /** Where pictures of what can be booked are kept, under addresses that everybody may open (catalog/picture). */
  pictures: {
    addressOf(key: string): string;
    keep(tx: Tx, key: string, encoded: EncodedPicture, now: number): Promise<void>;
    dropUnused(tx: Tx, address: string | null): Promise<void>;
  };
}

export const providerPictureHandlers = (deps: ProviderPictureDeps): Handlers<typeof providerPictureEndpoints> => {
  const handIn = createPictureDesk();
  return {
    'PUT /providers/:id/picture': async ({ actor, params, upload }) => {
      // Before the file is read: nobody sends 10 MB to learn that there is no such provider.
      await theProvider(deps.db, params.id);
      return { picture: (await change(deps, actor, params.id, await handIn(upload))) as string };
    },
    'DELETE /providers/:id/picture': async ({ actor, params }) => {
      await change(deps, actor, params.id, null);
      return null;
    },
  };
};

/** Another picture in the place of the one before, or none. Throws `not_found`. */
function change(
  deps: ProviderPictureDeps,
  actor: Actor,
  id: number,
  encoded: EncodedPicture | null,
): Promise<string | null> {
  const { db, clock, random, pictures } = deps;
  const key = random.bytes(16).toString('hex');
  return transact(db, async (tx) => {
    await bumpCatalog(tx);
    const before = await theProvider(tx, id);
    const picture = encoded ? pictures.addressOf(key) : null;
    if (picture === before.picture) return picture;
    if (encoded) await pictures.keep(tx, key, encoded, clock.now());
    await updateProvider(tx, id, { picture });
    await pictures.dropUnused(tx, before.picture);
    await tellOfProvider(deps, tx, actor, 'changed', id, { picture: { from: before.picture, to: picture } });
    return picture;
  });
}
