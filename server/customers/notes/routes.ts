import type { Handlers } from '../../lib/endpoint.js';
import { formatInstant } from '../../lib/time-zone.js';
import { findCustomer } from '../record/find.js';
import type { NoteDeps } from './change-notes.js';
import { addNote, changeNote, deleteNote, orderNotes, restoreNote } from './change-notes.js';
import type { NoteRow } from './note-rows.js';
import { readNotes } from './note-rows.js';
import type { noteEndpoints } from './schema.js';

const instantOr = (at: number | null): string | null => (at === null ? null : formatInstant(at));

const answerOf = (note: NoteRow) => ({
  id: note.id,
  version: note.version,
  text: note.text,
  pinned: note.pinned,
  remindAt: instantOr(note.remindAt),
  remindZone: note.remindZone,
  doneAt: instantOr(note.doneAt),
  author: note.authorId !== null && note.authorName !== null ? { id: note.authorId, name: note.authorName } : null,
  createdAt: formatInstant(note.createdAt),
  updatedAt: formatInstant(note.updatedAt),
});

/** The handlers of a customer's notes (FEATURES A072 to A075). */
export const noteHandlers = (deps: NoteDeps): Handlers<typeof noteEndpoints> => ({
  async 'GET /customers/:number/notes'({ actor, params: { number } }) {
    await findCustomer(deps.db, actor, number);
    return { items: (await readNotes(deps.db, number)).map(answerOf) };
  },
  async 'POST /customers/:number/notes'({ actor, params: { number }, body }) {
    return answerOf(await addNote(deps, actor, number, body));
  },
  async 'PATCH /customers/:number/notes/:id'({ actor, params: { number, id }, body }) {
    return answerOf(await changeNote(deps, actor, number, id, body, answerOf));
  },
  async 'DELETE /customers/:number/notes/:id'({ actor, params: { number, id } }) {
    await deleteNote(deps, actor, number, id);
    return null;
  },
  async 'POST /customers/:number/notes/:id/restoration'({ actor, params: { number, id } }) {
    return answerOf(await restoreNote(deps, actor, number, id));
  },
  async 'PUT /customers/:number/notes/order'({ actor, params: { number }, body }) {
    return { items: (await orderNotes(deps, actor, number, body.ids)).map(answerOf) };
  },
});
