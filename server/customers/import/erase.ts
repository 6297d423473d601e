import type { Tx } from '../../db/connect.js';
import { packOutcomes, readChunk } from './chunk-store.js';
import { pack } from './packing.js';

/**
 * Takes a customer out of everything that imports still keep: cells of the file, what was to be written, former values for undoing.
 * The file itself and its first rows go altogether, since nobody is found in them; rows that are about others stay. What an import
 * read of the person without recognising anybody (a row with a fault in it) is forgotten with the import, seven days after its end.
 */
export async function eraseFromImports(tx: Tx, customerId: number): Promise<void> {
  const places: { import_id: number; chunk: number }[] = await tx('import_chunks')
    .where('customer_ids', 'like', `%,${customerId},%`)
    .select('import_id', 'chunk');
  for (const { import_id, chunk } of places) await emptyRows(tx, import_id, chunk, customerId);
  const touched = [...new Set(places.map((place) => place.import_id))];
  await tx('import_pieces').whereIn('import_id', touched).delete();
  await tx('imports').whereIn('id', touched).update({ head: '[]' });
  for (const importId of touched) await emptySamples(tx, importId);
  await tx('import_rows')
    .where({ customer_id: customerId })
    .update({ detail: '{}', customer_id: null, version_after: 0 });
}

async function emptyRows(tx: Tx, importId: number, at: number, customerId: number): Promise<void> {
  const chunk = await readChunk(tx, importId, at);
  if (!chunk) return;
  const rows: number[] = [];
  for (const [index, outcome] of chunk.outcomes.entries()) {
    if (outcome.customer !== customerId) continue;
    rows.push(chunk.firstRow + index);
    chunk.cells[index] = [];
    chunk.ready[index] = null;
    chunk.outcomes[index] = { kind: outcome.kind };
  }
  await tx('import_rows').where({ import_id: importId, kind: 'edit' }).whereIn('row_no', rows).delete();
  await tx('import_chunks')
    .where({ import_id: importId, chunk: at })
    .update({
      ...(await packOutcomes(chunk.outcomes)),
      cells: await pack({ lines: chunk.lines, rows: chunk.cells }),
      ready: await pack(chunk.ready),
    });
}

async function emptySamples(tx: Tx, importId: number): Promise<void> {
  const row: { columns_read: string } | undefined = await tx('imports').where({ id: importId }).first('columns_read');
  if (!row) return;
  const names = (JSON.parse(row.columns_read) as { name: string }[]).map(({ name }) => ({ name, samples: [] }));
  await tx('imports')
    .where({ id: importId })
    .update({ columns_read: JSON.stringify(names) });
}
