import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { fittingMapping } from './column-mapping.js';
import type { DateOrder } from './date-rules.js';
import type { Delimiter } from './delimiter-rules.js';
import type { ImportDeps } from './deps.js';
import type { Encoding } from './encoding.js';
import type { ImportField } from './fields.js';
import type { ImportRow, Matching, Policy } from './import-row.js';
import { columnsOf, findImport, refuseState, wrongState } from './import-row.js';
import { unpackBytes } from './packing.js';
import { firstRows, understand } from './understanding.js';

export interface SettingsChange {
  encoding?: Encoding | undefined;
  delimiter?: Delimiter | undefined;
  header?: boolean | undefined;
  dateOrder?: DateOrder | undefined;
  mapping?: (ImportField | null)[] | undefined;
  policy?: Policy | undefined;
  match?: Matching | undefined;
  country?: string | undefined;
}

const open: readonly ImportRow['status'][] = ['staged', 'checking', 'checked', 'failed'];

/**
 * Changes how an import is read and what it does; a dry run that was made, or is being made, is void. With another encoding, delimiter
 * or header the columns are understood anew, and corrections of cells fall away with the rows that they were made in. AppErrors:
 * `not_found`; `conflict` for an import that has begun; `invalid_request` for a mapping that does not fit.
 */
export async function changeSettings(
  deps: ImportDeps,
  actor: Actor,
  id: number,
  change: SettingsChange,
): Promise<void> {
  const { db, clock } = deps;
  const row = await findImport(db, actor, id);
  if (!open.includes(row.status)) throw wrongState(row);
  const next: Partial<ImportRow> = {};
  const isReadAnew =
    (change.encoding !== undefined && change.encoding !== row.encoding) ||
    (change.delimiter !== undefined && change.delimiter !== row.delimiter) ||
    (change.header !== undefined && Number(change.header) !== row.header);
  if (isReadAnew) Object.assign(next, await readAnew(deps, row, change));
  if (change.mapping)
    next.mapping = checkedMapping(
      change.mapping,
      isReadAnew ? JSON.parse(next.columns_read ?? '[]').length : columnsOf(row).length,
    );
  if (change.dateOrder) next.date_order = change.dateOrder;
  if (change.policy) next.policy = change.policy;
  if (change.match) next.match_by = change.match;
  if (change.country) next.country = change.country;
  const changed = await transact(db, async (tx) => {
    const written = await tx('imports')
      .where({ id })
      .whereIn('status', [...open])
      .update({
        ...next,
        status: 'staged',
        failure: null,
        touched_at: clock.now(),
        lease_owner: '',
        lease_until: 0,
        n_done: 0,
      });
    if (written === 1 && isReadAnew) await tx('import_rows').where({ import_id: id }).delete();
    return written === 1;
  });
  if (!changed) await refuseState(db, actor, id);
}

async function readAnew({ db }: ImportDeps, row: ImportRow, change: SettingsChange): Promise<Partial<ImportRow>> {
  const piece: { data: Uint8Array } | undefined = await db('import_pieces')
    .where({ import_id: row.id, piece: 0 })
    .first('data');
  if (!piece) throw new AppError('conflict', 'The file of this import is gone.', { details: { reason: 'file_gone' } });
  const encoding = change.encoding ?? row.encoding;
  const delimiter = change.delimiter ?? row.delimiter;
  const head = await unpackBytes(piece.data);
  const rows = await firstRows(head, { encoding, delimiter }, head.length === row.bytes);
  // Under another delimiter a header is looked for again, unless somebody has said whether there is one.
  const header = change.header ?? row.header === 1;
  const understood = understand(
    rows.map(({ cells }) => cells),
    header,
    row.country,
  );
  return {
    ...{ encoding, delimiter, header: header ? 1 : 0, preset: understood.preset, remembered: 0 },
    columns_read: JSON.stringify(understood.columns),
    head: JSON.stringify(understood.head),
    mapping: JSON.stringify(understood.mapping),
    date_order: understood.dateOrder,
    total: Math.max(0, row.total + row.header - (header ? 1 : 0)),
  };
}

function checkedMapping(mapping: (ImportField | null)[], columns: number): string {
  const wrong = (message: string): AppError => new AppError('invalid_request', message, { field: 'mapping' });
  if (!fittingMapping(mapping, columns)) throw wrong('mapping must have one entry for each column of the file.');
  const fields = mapping.filter((field) => field !== null && field !== 'note');
  if (new Set(fields).size !== fields.length)
    throw wrong('mapping must name each field once; only notes may be several.');
  return JSON.stringify(mapping);
}
