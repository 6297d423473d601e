import type { Db, Tx } from '../../db/connect.js';
import type { EncodedPicture, PictureSize } from '../../lib/pictures/encode.js';
import { pictureSizes } from '../../lib/pictures/encode.js';

/** Where a picture is. It stands in the rows of what it shows; copies of a service share it. */
export const pictureAddress = (key: string): string => `/api/v1/pictures/${key}`;

const keyOf = (address: string | null): string | null =>
  /^\/api\/v1\/pictures\/([0-9a-f]{32})$/.exec(address ?? '')?.[1] ?? null;

export async function keepPicture(tx: Tx, key: string, encoded: EncodedPicture, now: number): Promise<void> {
  await tx('pictures').insert(
    pictureSizes.map((size) => ({ picture_key: key, size, bytes: encoded[size], created_at: now })),
  );
}

export async function readPicture(db: Db, key: string, size: PictureSize): Promise<Buffer | null> {
  const row = await db('pictures').where({ picture_key: key, size }).first('bytes');
  return row ? Buffer.from(row.bytes) : null;
}

/** Removes the picture at an address when nothing shows it any more; another site's is not ours to remove. */
export async function dropUnused(tx: Tx, address: string | null): Promise<void> {
  const key = keyOf(address);
  if (key === null) return;
  for (const table of ['services', 'providers']) if (await tx(table).where({ picture: address }).first('id')) return;
  await tx('pictures').where({ picture_key: key }).delete();
}
