import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { id, idText, language, line, pageOf, pageQuery } from '../../lib/fields.js';
import { fileLimits } from './csv-reading.js';
import { dateOrders } from './date-rules.js';
import { delimiters } from './delimiter-rules.js';
import { encodings } from './encoding.js';
import { importFields, rowIssueReasons } from './fields.js';
import { importStatuses, matchings, policies } from './import-row.js';
import { outcomes } from './outcome-rules.js';

const counts = z.object({ new: z.int(), update: z.int(), skip: z.int(), error: z.int() });
const field = z.enum(importFields);

export const importSummary = z.object({
  id,
  status: z.enum(importStatuses),
  fileName: z.string(),
  /** Rows of the file, and how many of them the step that is going on has done. */
  rows: z.int(),
  done: z.int(),
  /** Who made it; null for an account that is gone. */
  account: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  /** Until when it can be undone; null where it can't. */
  undoUntil: z.string().nullable(),
  /** What the dry run found, or the import did; null before. */
  counts: counts.nullable(),
  /** What an undo took back: customers removed, records restored, and what was kept because it was touched since. */
  undone: z.object({ removed: z.int(), restored: z.int(), kept: z.int() }).nullable(),
});

export const importView = importSummary.extend({
  bytes: z.int(),
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  header: z.boolean(),
  dateOrder: z.enum(dateOrders),
  /** The program that the file comes from, by its columns: `amelia`, `booknetic`, `easyappointments`, `square`, `bookpane`. */
  preset: z.string().nullable(),
  /** The columns were chosen by an earlier import of a file with the same header. */
  remembered: z.boolean(),
  policy: z.enum(policies),
  match: z.enum(matchings),
  /** Whose telephone numbers have no prefix in the file. */
  country: z.string(),
  columns: z.array(
    z.object({
      name: z.string(),
      samples: z.array(z.string()),
      field: field.nullable(),
      /** An inside of some program (an id, a role, a password), which a file never sets (ATTACKS S30). */
      internal: z.boolean(),
    }),
  ),
  /** The first rows, cut short. */
  head: z.array(z.array(z.string())),
  /** Why the file could not be read by these settings. */
  failure: z.object({ reason: z.string(), line: z.int().nullable() }).nullable(),
});

export const importedRow = z.object({
  /** Number of the row, from 1, and the line of the file in which it ends. */
  row: z.int(),
  line: z.int(),
  cells: z.array(z.string()),
  outcome: z.enum(outcomes),
  reason: z.enum(['known', 'unchanged', 'in_trash', 'twice']).nullable(),
  /** Number of the customer that is known, or was added. */
  customer: id.nullable(),
  kept: z.boolean(),
  issues: z.array(z.object({ column: z.int().nullable(), field: field.nullable(), reason: z.enum(rowIssueReasons) })),
});

const params = z.strictObject({ id: idText });
const who = 'customers.import' as const;
const begun = { who, params, answer: importView, errors: ['not_found', 'conflict'], limit: 'write' } as const;

/** What browsers call a table of text; what a file is, its bytes say. */
export const importMedia = ['text/csv', 'text/plain', 'application/octet-stream', 'application/vnd.ms-excel'] as const;

export const importEndpoints = endpoints({
  'POST /customers/imports': {
    who,
    summary: 'Bring a file of customers: CSV as it is, or pasted text. Nothing is imported yet.',
    query: z.strictObject({ name: line(200).optional() }),
    upload: { media: importMedia, maxBytes: fileLimits.bytes },
    answer: importView,
    status: 201,
    errors: ['unsupported_media_type', 'payload_too_large', 'overloaded'],
    limit: 'upload',
  },
  'GET /customers/imports': {
    who,
    summary: 'Imports, newest first: one’s own, and all for owners.',
    query: z.strictObject(pageQuery),
    answer: pageOf(importSummary),
    errors: [],
    limit: 'read',
  },
  'GET /customers/imports/:id': {
    who,
    summary: 'One import, with what was understood of its file and how far it is.',
    params,
    answer: importView,
    errors: ['not_found'],
    limit: 'read',
  },
  'PATCH /customers/imports/:id': {
    who,
    summary: 'Change how a file is read, which column is what, and what happens with customers who are known.',
    params,
    body: z.strictObject({
      encoding: z.enum(encodings).optional(),
      delimiter: z.enum(delimiters).optional(),
      header: z.boolean().optional(),
      dateOrder: z.enum(dateOrders).optional(),
      mapping: z.array(field.nullable()).max(fileLimits.columns).optional(),
      policy: z.enum(policies).optional(),
      match: z.enum(matchings).optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'must be a country code such as PT')
        .optional(),
    }),
    answer: importView,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'DELETE /customers/imports/:id': {
    who,
    summary: 'Stop an import where it is, or forget one that has not begun.',
    params,
    answer: z.null(),
    status: 204,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'POST /customers/imports/:id/check': { ...begun, summary: 'Make the dry run: what would become of each row.' },
  'POST /customers/imports/:id/run': { ...begun, summary: 'Import what the dry run showed. Nobody gets a mail.' },
  'POST /customers/imports/:id/undo': { ...begun, summary: 'Take a finished import back, for seven days.' },
  'GET /customers/imports/:id/rows': {
    who,
    summary: 'Rows of an import with what became, or would become, of them.',
    params,
    query: z.strictObject({ outcome: z.enum([...outcomes, 'kept']).optional(), ...pageQuery }),
    answer: pageOf(importedRow),
    errors: ['not_found'],
    limit: 'read',
  },
  'PATCH /customers/imports/:id/rows/:row': {
    who,
    summary: 'Correct cells of a row, by the number of their column from 0. It is checked again at once.',
    params: z.strictObject({ id: idText, row: idText }),
    body: z.strictObject({ cells: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(fileLimits.cell)) }),
    answer: importedRow,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'GET /customers/imports/:id/refused': {
    who,
    summary: 'The rows that were refused, as a file with a column that says why.',
    params,
    query: z.strictObject({ language: language.optional() }),
    answer: z.string(),
    download: true,
    errors: ['not_found'],
    limit: 'export',
  },
});
