import type { Db } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { formatInstant } from '../../lib/time-zone.js';
import { readNotes } from '../notes/note-rows.js';
import { findCustomer } from '../record/find.js';
import type { CustomerRow } from '../record/row.js';
import type { CustomerRecord } from '../record/view.js';
import { recordView } from '../record/view.js';
import { maskedOf, openSensitive } from '../sensitive/store.js';
import type { PersonExportDeps } from './deps.js';
import type { ExportedActivity, ExportedAppointment, ExportedInvoice, ExportedMessage } from './sources.js';
import { activityOf, appointmentsOf, invoicesOf, messagesOf } from './sources.js';

export interface ExportedNote {
  text: string;
  pinned: boolean;
  createdAt: string;
  author: string | null;
  remindAt: string | null;
}

export interface ExportedLogin {
  email: string;
  status: string;
  createdAt: string;
  passwordSetAt: string | null;
}

/** Everything that is held about one customer; the lists come row by row. */
export interface Person {
  exportedAt: string;
  business: string;
  language: string;
  /** For instants that belong to no place. */
  timeZone: string;
  record: Omit<CustomerRecord, 'sensitive' | 'picture' | 'login'>;
  /** The way into the customer panel; its password is nowhere but hashed. */
  login: ExportedLogin | null;
  /** Wants a greeting on the birthday. */
  birthdayGreeting: boolean;
  /** In full for who may view them, masked for others. */
  sensitive: { label: string; value: string }[];
  /** A WebP picture, or null. */
  picture: Buffer | null;
  notes: ExportedNote[];
  appointments: AsyncIterable<ExportedAppointment>;
  invoices: AsyncIterable<ExportedInvoice>;
  messages: AsyncIterable<ExportedMessage>;
  activity: AsyncIterable<ExportedActivity>;
}

/**
 * Gathers it, and says so in the trail before the first byte leaves (ATTACKS S92). AppErrors: `not_found`; `conflict` with
 * `details.status` for a customer that was erased or merged away, of whom nothing is left to export.
 */
export async function gatherPerson(deps: PersonExportDeps, actor: Actor, number: number, as: string): Promise<Person> {
  const { db, clock, record, cipher } = deps;
  const at = clock.now();
  const row = await findCustomer(db, actor, number);
  if (row.status === 'erased' || row.status === 'merged')
    throw new AppError('conflict', 'Nothing is held under this number.', {
      details: { status: row.status, ...(row.merged_into ? { mergedInto: row.merged_into } : {}) },
    });
  const seesSensitive = actor.kind === 'account' && actor.permissions.has('customers.view_sensitive');
  const site = await deps.site();
  const sensitive = seesSensitive
    ? await openSensitive(db, { cipher }, number)
    : (await maskedOf(db, { cipher }, number, row.nationality)).map(({ masked, ...rest }) => ({
        ...rest,
        value: masked,
      }));
  const { sensitive: _masked, picture: _address, login: _login, ...seen } = recordView(row, [], site.country, null);
  const person: Person = {
    exportedAt: formatInstant(at),
    business: site.name,
    language: site.language,
    timeZone: await deps.defaultZone(),
    record: seen,
    login: await loginOf(db, row),
    birthdayGreeting: row.greetings === 1,
    sensitive: sensitive.map(({ label, value }) => ({ label, value })),
    picture: await pictureOf(db, row),
    notes: await notesOf(db, number),
    appointments: appointmentsOf(db, actor, number),
    invoices: invoicesOf(db, number),
    messages: messagesOf(db, actor, number),
    activity: activityOf(db, actor, number),
  };
  await transact(db, (tx) =>
    record(tx, [
      {
        at,
        actor,
        action: 'customer.exported',
        subject: `customer:${number}`,
        values: { as, sensitive: seesSensitive && sensitive.length > 0 },
      },
    ]),
  );
  return person;
}

async function pictureOf(db: Db, { id, picture_key }: CustomerRow): Promise<Buffer | null> {
  if (picture_key === null) return null;
  const row = await db('customer_pictures').where({ customer_id: id }).orderBy('size', 'desc').first('bytes');
  return row ? Buffer.from(row.bytes) : null;
}

async function loginOf(db: Db, { login_id: id }: CustomerRow): Promise<ExportedLogin | null> {
  const row = id && (await db('logins').where({ id }).first('email', 'status', 'created_at', 'password_set_at'));
  if (!row) return null;
  const { email, status, created_at: createdAt, password_set_at: setAt } = row;
  return { email, status, createdAt: formatInstant(createdAt), passwordSetAt: setAt && formatInstant(setAt) };
}

const mostNotes = 100_000;

async function notesOf(db: Db, number: number): Promise<ExportedNote[]> {
  return (await readNotes(db, number, mostNotes)).map(({ text, pinned, createdAt, authorName, remindAt }) => ({
    text,
    pinned,
    createdAt: formatInstant(createdAt),
    author: authorName,
    remindAt: remindAt === null ? null : formatInstant(remindAt),
  }));
}
