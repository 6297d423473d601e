import type { Tx } from '../../db/connect.js';

/** Two customers exchange their pictures; either may have none. Doing it twice undoes it. */
export async function swapPictures(tx: Tx, left: number, right: number): Promise<void> {
  const owners = await tx('customers').whereIn('id', [left, right]).select('id', 'picture_key');
  const rows = await tx('customer_pictures').whereIn('customer_id', [left, right]).select('*');
  await tx('customer_pictures').whereIn('customer_id', [left, right]).delete();
  const other = (id: number): number => (id === left ? right : left);
  if (rows.length > 0)
    // SQLite gives bytes as an ArrayBuffer, and takes none.
    await tx('customer_pictures').insert(
      rows.map((row) => ({ ...row, bytes: Buffer.from(row.bytes), customer_id: other(row.customer_id) })),
    );
  for (const owner of owners)
    await tx('customers')
      .where({ id: other(owner.id) })
      .update({ picture_key: owner.picture_key });
}
