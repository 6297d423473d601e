import type { Db, Tx } from '../../db/connect.js';
import type { EncodedPicture, PictureSize } from '../../lib/pictures/encode.js';
import { pictureSizes } from '../../lib/pictures/encode.js';

/*
 * Pictures are in the database: all servers of a business have them at once, a backup is one thing, and erasing a customer is one
 * transaction. At 512 and 128 px a picture is some 30 kB.
 */

/**
 * Puts a picture in the place of the one before. `key` is 128 random bits in hex. Answers false, and does nothing, when the customer
 * went out of use a moment ago: nobody's picture is kept of whom nothing else is.
 */
export async function keepPicture(
  tx: Tx,
  customerId: number,
  key: string,
  encoded: EncodedPicture,
  now: number,
): Promise<boolean> {
  const isActive = await tx('customers')
    .where({ id: customerId, status: 'active' })
    .update({ picture_key: key, updated_at: now });
  if (isActive === 0) return false;
  await tx('customer_pictures').where({ customer_id: customerId }).delete();
  await tx('customer_pictures').insert(
    pictureSizes.map((size) => ({
      customer_id: customerId,
      size,
      picture_key: key,
      bytes: encoded[size],
      created_at: now,
    })),
  );
  return true;
}

/** The picture in use, when it is the one that is asked for. */
export async function readPicture(db: Db, customerId: number, key: string, size: PictureSize): Promise<Buffer | null> {
  const row = await db('customer_pictures').where({ customer_id: customerId, size, picture_key: key }).first('bytes');
  return row ? Buffer.from(row.bytes) : null;
}

/** Removes a customer's picture, and answers whether there was one. */
export async function erasePicture(tx: Tx, customerId: number): Promise<boolean> {
  await tx('customers').where({ id: customerId }).update({ picture_key: null });
  return (await tx('customer_pictures').where({ customer_id: customerId }).delete()) > 0;
}
