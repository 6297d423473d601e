import type { RecordAudit } from '../../audit/record.js';
import type { Db, Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import type { Clock } from '../../lib/clock.js';
import { AppError, notFound } from '../../lib/errors.js';
import { DAY, formatInstant } from '../../lib/time-zone.js';
import { findActiveCustomer } from '../record/find.js';
import { holdCustomer } from '../trash/hold.js';
import type { NoteRow } from './note-rows.js';
import { insertNote, lockNotes, readNote, readNotes, topPosition, updateNote } from './note-rows.js';
import type { RemindOn } from './reminder-rules.js';
import { reminderInstant } from './reminder-rules.js';

export interface NoteDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
  /** The business's own time zone. */
  defaultZone(): Promise<string>;
}

export interface NoteChange {
  version: number;
  text?: string | undefined;
  pinned?: boolean | undefined;
  remindOn?: RemindOn | null | undefined;
  done?: boolean | undefined;
}

/** How long a deleted note can come back. */
export const keptDeleted = 30 * DAY;
/** As much of a note as the trail repeats. */
const longestExcerpt = 300;
const excerpt = (text: string): string => [...text].slice(0, longestExcerpt).join('');

/** Held, so that nothing is written about somebody who is being erased at this moment. */
async function holdActive(tx: Tx, actor: Actor, number: number): Promise<void> {
  await holdCustomer(tx, number);
  await findActiveCustomer(tx, actor, number);
}

/** Adds a note above the others. */
export async function addNote(
  deps: NoteDeps,
  actor: Actor,
  number: number,
  given: { text: string; pinned?: boolean | undefined; remindOn?: RemindOn | undefined },
): Promise<NoteRow> {
  const at = deps.clock.now();
  const reminder = await reminderOf(deps, given.remindOn, at);
  return transact(deps.db, async (tx) => {
    await holdActive(tx, actor, number);
    const id = await insertNote(tx, {
      customerId: number,
      text: given.text,
      position: await topPosition(tx, number),
      pinned: given.pinned ?? false,
      ...reminder,
      authorId: actor.kind === 'account' ? actor.accountId : null,
      createdAt: at,
      updatedAt: at,
    });
    const values = {
      note: id,
      text: excerpt(given.text),
      ...(given.pinned ? { pinned: true } : {}),
      ...(reminder.remindAt ? { remindAt: formatInstant(reminder.remindAt) } : {}),
    };
    await deps.record(tx, [{ at, actor, action: 'customer.note_added', subject: `customer:${number}`, values }]);
    return present(await readNote(tx, number, id));
  });
}

/** Changes what is given of a note. AppError `stale` with the note as it is in `details.note` when the version is not its own. */
export async function changeNote(
  deps: NoteDeps,
  actor: Actor,
  number: number,
  id: number,
  change: NoteChange,
  answerOf: (note: NoteRow) => object,
): Promise<NoteRow> {
  const at = deps.clock.now();
  const reminder = change.remindOn === undefined ? null : await reminderOf(deps, change.remindOn ?? undefined, at);
  return transact(deps.db, async (tx) => {
    await holdActive(tx, actor, number);
    const before = present(await readNote(tx, number, id));
    const after = { ...before };
    if (change.text !== undefined) after.text = change.text;
    if (change.pinned !== undefined) after.pinned = change.pinned;
    // Another time is another reminder: it is announced again, and not done yet.
    if (reminder) Object.assign(after, reminder, { doneAt: null });
    if (change.done !== undefined) after.doneAt = change.done ? (before.doneAt ?? at) : null;
    const { text, pinned, remindAt, remindZone, doneAt } = after;
    const again = reminder ? { announcedAt: 0 } : {};
    const written = await updateNote(tx, id, change.version, {
      ...{ text, pinned, remindAt, remindZone, doneAt, updatedAt: at },
      ...again,
    });
    if (!written) {
      const now = present(await readNote(tx, number, id));
      throw new AppError('stale', 'Somebody has changed this note meanwhile.', { details: { note: answerOf(now) } });
    }
    const values = differences(before, after);
    if (Object.keys(values).length > 0)
      await recordNote(deps, tx, actor, at, 'customer.note_changed', number, { note: id, ...values });
    return present(await readNote(tx, number, id));
  });
}

/** Deletes a note; it stays for 30 days. */
export async function deleteNote(deps: NoteDeps, actor: Actor, number: number, id: number): Promise<void> {
  const at = deps.clock.now();
  await transact(deps.db, async (tx) => {
    await holdActive(tx, actor, number);
    const note = await readNote(tx, number, id);
    const gone = await tx('customer_notes')
      .where({ id, customer_id: number })
      .whereNull('deleted_at')
      .update({ deleted_at: at });
    if (!note || gone === 0) throw notFound();
    await recordNote(deps, tx, actor, at, 'customer.note_deleted', number, { note: id, text: excerpt(note.text) });
  });
}

/** Brings a deleted note back to its place; one that is there already stays as it is. */
export async function restoreNote(deps: NoteDeps, actor: Actor, number: number, id: number): Promise<NoteRow> {
  const at = deps.clock.now();
  return transact(deps.db, async (tx) => {
    await holdActive(tx, actor, number);
    const note = await readNote(tx, number, id);
    if (!note || (note.deletedAt !== null && note.deletedAt <= at - keptDeleted)) throw notFound();
    const back = await tx('customer_notes').where({ id }).whereNotNull('deleted_at').update({ deleted_at: null });
    if (back === 1)
      await recordNote(deps, tx, actor, at, 'customer.note_restored', number, { note: id, text: excerpt(note.text) });
    return present(await readNote(tx, number, id));
  });
}

/**
 * Puts a customer's notes into this order. AppErrors: `invalid_request` when one stands there twice, `stale` when they are not
 * exactly those that there are. Of two orders at once the second waits for the first and wins whole.
 */
export async function orderNotes(
  deps: NoteDeps,
  actor: Actor,
  number: number,
  ids: readonly number[],
): Promise<NoteRow[]> {
  const wanted = new Set(ids);
  if (wanted.size < ids.length)
    throw new AppError('invalid_request', 'Each note must be named once.', { field: 'ids' });
  const at = deps.clock.now();
  return transact(deps.db, async (tx) => {
    await holdActive(tx, actor, number);
    const known = await lockNotes(tx, number);
    if (known.length !== wanted.size || known.some((id) => !wanted.has(id)))
      throw new AppError('stale', 'The notes are no longer those that were put in order.');
    const before = (await readNotes(tx, number)).map((note) => note.id);
    for (const [position, id] of ids.entries())
      await tx('customer_notes').where({ id, customer_id: number }).update({ position });
    const after = await readNotes(tx, number);
    if (after.some((note, index) => note.id !== before[index]))
      await recordNote(deps, tx, actor, at, 'customer.note_reordered', number, { notes: after.length });
    return after;
  });
}

const recordNote = (
  { record }: NoteDeps,
  tx: Tx,
  actor: Actor,
  at: number,
  action: string,
  number: number,
  values: Record<string, unknown>,
): Promise<void> => record(tx, [{ at, actor, action, subject: `customer:${number}`, values }]);

function present(note: NoteRow | undefined): NoteRow {
  if (!note || note.deletedAt !== null) throw notFound();
  return note;
}

async function reminderOf({ defaultZone }: NoteDeps, on: RemindOn | undefined, now: number) {
  if (!on) return { remindAt: null, remindZone: null };
  const zone = on.timeZone ?? (await defaultZone());
  const remindAt = reminderInstant(on, zone, now);
  if (remindAt === null) throw new AppError('invalid_request', 'A reminder must lie ahead.', { field: 'remindOn' });
  return { remindAt, remindZone: zone };
}

function differences(before: NoteRow, after: NoteRow): Record<string, { from: unknown; to: unknown }> {
  const told = ({ text, pinned, remindAt, doneAt }: NoteRow): Record<string, unknown> => ({
    text: excerpt(text),
    pinned,
    remindAt: remindAt === null ? null : formatInstant(remindAt),
    done: doneAt !== null,
  });
  const [from, to] = [told(before), told(after)];
  return Object.fromEntries(
    Object.keys(from)
      .filter((name) => from[name] !== to[name])
      .map((name) => [name, { from: from[name], to: to[name] }]),
  );
}
