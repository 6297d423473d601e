import { instantColumn, tableMigration } from '../server/db/define.js';

/** Pictures that everybody may see, once for each size (edge in pixels), re-encoded by us. The key is unguessable and its address. */
export const pictures = tableMigration('0075-pictures', 'pictures', (t) => {
  t.string('picture_key', 32).notNullable();
  t.integer('size').notNullable();
  // 16 MB on MySQL, where a plain blob ends at 64 kB; SQLite takes any name with "blob" in it.
  t.specificType('bytes', 'mediumblob').notNullable();
  instantColumn(t, 'created_at').notNullable();
  t.primary(['picture_key', 'size']);
});
