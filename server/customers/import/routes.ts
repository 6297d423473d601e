import type { Actor } from '../../lib/actor.js';
import type { Handlers } from '../../lib/endpoint.js';
import { AppError } from '../../lib/errors.js';
import { scopeOf } from '../scope.js';
import { changeSettings } from './changing.js';
import type { ImportDeps } from './deps.js';
import type { ImportRow } from './import-row.js';
import { findImport, onlyTheirs } from './import-row.js';
import { refusedRows } from './refused.js';
import { correctRow } from './row-edit.js';
import { rowsPage } from './rows-page.js';
import type { importEndpoints } from './schema.js';
import { askForCheck, askForUndo, confirmImport, discardImport } from './steps.js';
import { takeUpload } from './upload.js';
import { rowView, summaryOf, viewOf } from './view.js';
import type { ImportWork } from './work.js';

export interface ImportRouteDeps extends ImportDeps {
  imports: ImportWork;
}

export function importHandlers(deps: ImportRouteDeps): Handlers<typeof importEndpoints> {
  const { db, clock, imports } = deps;
  const show = async (actor: Actor, id: number) => {
    const row = await findImport(db, actor, id);
    const names = await accountNames(deps, [row]);
    return viewOf(row, names.get(row.account_id) ?? null, clock.now());
  };
  /** Answers what the import is now, and goes to work on it. */
  const begin = async (actor: Actor, id: number) => {
    void imports.begin(id);
    return show(actor, id);
  };
  return {
    'POST /customers/imports': async ({ actor, query, upload }) => {
      insistOnAll(actor);
      return show(actor, await takeUpload(deps, actor, upload, query.name ?? ''));
    },
    'GET /customers/imports': async ({ actor, query: { page = 1, pageSize = 25 } }) => {
      const theirs = () => db('imports').where(onlyTheirs(actor));
      const [counted] = await theirs().count({ total: '*' });
      const rows: ImportRow[] = await theirs()
        .orderBy('id', 'desc')
        .limit(pageSize)
        .offset((page - 1) * pageSize);
      const names = await accountNames(deps, rows);
      const items = rows.map((row) => summaryOf(row, names.get(row.account_id) ?? null, clock.now()));
      return { items, total: Number(counted?.['total'] ?? 0), page, pageSize };
    },
    'GET /customers/imports/:id': ({ actor, params }) => show(actor, params.id),
    'PATCH /customers/imports/:id': async ({ actor, params, body }) => {
      await changeSettings(deps, actor, params.id, body);
      return show(actor, params.id);
    },
    'DELETE /customers/imports/:id': async ({ actor, params }) => {
      await discardImport(deps, actor, params.id);
      return null;
    },
    'POST /customers/imports/:id/check': async ({ actor, params }) => {
      insistOnAll(actor);
      await askForCheck(deps, actor, params.id);
      return begin(actor, params.id);
    },
    'POST /customers/imports/:id/run': async ({ actor, params }) => {
      insistOnAll(actor);
      await confirmImport(deps, actor, params.id);
      return begin(actor, params.id);
    },
    'POST /customers/imports/:id/undo': async ({ actor, params }) => {
      await askForUndo(deps, actor, params.id);
      return begin(actor, params.id);
    },
    'GET /customers/imports/:id/rows': async ({ actor, params, query }) => {
      const { outcome = null, page = 1, pageSize = 50 } = query;
      await findImport(db, actor, params.id);
      const found = await rowsPage(db, params.id, outcome, { limit: pageSize, offset: (page - 1) * pageSize });
      return { items: found.items.map(rowView), total: found.total, page, pageSize };
    },
    'PATCH /customers/imports/:id/rows/:row': async ({ actor, params, body }) =>
      rowView(await correctRow(deps, actor, params.id, params.row, body.cells)),
    'GET /customers/imports/:id/refused': ({ actor, params, query, languages }) =>
      refusedRows(db, actor, params.id, query.language ?? languages[0] ?? 'en'),
  };
}

/** A file is held against everybody, and what is in it may change anybody: who sees some alone would learn of the others (ATTACKS S04). */
function insistOnAll(actor: Actor): void {
  if (scopeOf(actor) !== 'all') throw new AppError('forbidden', 'Only who may see all customers can import them.');
}

async function accountNames({ db }: ImportDeps, rows: readonly ImportRow[]): Promise<Map<number, string>> {
  const ids = [...new Set(rows.map((row) => row.account_id))];
  const accounts: { id: number; name: string }[] = await db('accounts').whereIn('id', ids).select('id', 'name');
  return new Map(accounts.map(({ id, name }) => [id, name]));
}
