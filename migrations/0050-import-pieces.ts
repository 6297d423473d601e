import { tableMigration } from '../server/db/define.js';

/** The file of an import as it came, in compressed pieces, so that any server can read it (again). */
export const importPieces = tableMigration('0050-import-pieces', 'import_pieces', (t) => {
  t.bigInteger('import_id').unsigned().notNullable();
  t.integer('piece').notNullable();
  t.specificType('data', 'MEDIUMBLOB').notNullable();
  t.primary(['import_id', 'piece']);
});
