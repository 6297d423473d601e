import type { Readable } from 'node:stream';
import type { RecordAudit } from '../../audit/record.js';
import type { Db } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import type { Clock } from '../../lib/clock.js';
import type { Handlers } from '../../lib/endpoint.js';
import { notFound } from '../../lib/errors.js';
import type { Random } from '../../lib/ids.js';
import { createPictureDesk } from '../../lib/pictures/desk.js';
import { findActiveCustomer, findCustomer } from '../record/find.js';
import { pictureAddress } from './address.js';
import type { pictureEndpoints } from './schema.js';
import { erasePicture, keepPicture, readPicture } from './store.js';

export interface PictureDeps {
  db: Db;
  clock: Clock;
  random: Random;
  record: RecordAudit;
}

export const pictureHandlers = (deps: PictureDeps): Handlers<typeof pictureEndpoints> => {
  const handIn = createPictureDesk();
  return {
    'PUT /customers/:number/picture': async ({ actor, params, upload }) => ({
      picture: await changePicture(deps, handIn, actor, params.number, upload),
    }),
    'DELETE /customers/:number/picture': async ({ actor, params }) => {
      await removePicture(deps, actor, params.number);
      return null;
    },
    'GET /customers/:number/picture': async ({ actor, params, query }) => {
      const customer = await findCustomer(deps.db, actor, params.number);
      const bytes = await readPicture(deps.db, customer.id, query.of, query.size === '64' ? 128 : 512);
      if (!bytes) throw notFound();
      return {
        media: 'image/webp',
        fileName: null,
        body: once(bytes),
        // The address has the picture's key in it, so what is there never changes.
        caching: 'private, max-age=604800, immutable',
      };
    },
  };
};

async function changePicture(
  { db, clock, random, record }: PictureDeps,
  handIn: ReturnType<typeof createPictureDesk>,
  actor: Actor,
  number: number,
  upload: Readable,
): Promise<string> {
  // Before the file is read: nobody sends 10 MB to learn that there is no such customer.
  await findActiveCustomer(db, actor, number);
  const encoded = await handIn(upload);
  const key = random.bytes(16).toString('hex');
  return transact(db, async (tx) => {
    const { id } = await findActiveCustomer(tx, actor, number);
    const now = clock.now();
    if (!(await keepPicture(tx, id, key, encoded, now))) throw notFound();
    await record(tx, [{ at: now, actor, action: 'customer.picture_changed', subject: `customer:${id}`, values: {} }]);
    return pictureAddress(id, key) as string;
  });
}

/** A picture that isn't there is removed already. */
async function removePicture({ db, clock, record }: PictureDeps, actor: Actor, number: number): Promise<void> {
  await transact(db, async (tx) => {
    const { id } = await findActiveCustomer(tx, actor, number);
    if (!(await erasePicture(tx, id))) return;
    await record(tx, [
      { at: clock.now(), actor, action: 'customer.picture_removed', subject: `customer:${id}`, values: {} },
    ]);
  });
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
