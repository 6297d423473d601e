import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import type { Loaded } from '../../kit/load.js';
import { useLoad } from '../../kit/load.js';
import type { CustomerNote } from '../detail/detail-types.js';
import type { NoteDraft } from './note-editor.js';
import { moved } from './note-order.js';

export interface Notes {
  load: Loaded<unknown>;
  /** As they are shown: a new order stands before the server has answered. undefined: not there yet. */
  items: readonly CustomerNote[] | undefined;
  add(draft: NoteDraft): Promise<CustomerNote>;
  save(note: CustomerNote, draft: NoteDraft): Promise<void>;
  pin(note: CustomerNote): void;
  done(note: CustomerNote): void;
  remove(note: CustomerNote): void;
  move(from: number, to: number): void;
}

/** The notes of a customer and what can be done with them. `onChanged`: counts elsewhere on the page are no longer right. */
export function useNotes(customer: number, onChanged: () => void): Notes {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const number = String(customer);
  const load = useLoad(`notes ${number}`, (signal) =>
    api.call('GET /customers/:number/notes', { params: { number }, signal }),
  );
  const [ordered, setOrdered] = useState<readonly CustomerNote[] | null>(null);
  // What the server says is what there is.
  useEffect(() => setOrdered(null), [load.data]);
  const items = ordered ?? load.data?.items;
  const refresh = (): void => {
    load.reload();
    onChanged();
  };
  /** Does it, and says so in a toast when that fails. */
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      refresh();
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') sessionEnded();
      else {
        const isStale = error instanceof ApiError && error.code === 'stale';
        toasts.show({ kind: 'danger', text: isStale ? t('notes.stale') : errorWords(words, error) });
        setOrdered(null);
        load.reload();
      }
      return false;
    }
  };
  const one = (note: CustomerNote) => ({ params: { number, id: String(note.id) } });
  const patch = (note: CustomerNote, change: { pinned?: boolean; done?: boolean }) =>
    attempt(() =>
      api.call('PATCH /customers/:number/notes/:id', { ...one(note), body: { version: note.version, ...change } }),
    );
  const restore = (note: CustomerNote) =>
    attempt(() => api.call('POST /customers/:number/notes/:id/restoration', { ...one(note), body: {} }));
  return {
    load,
    items,
    async add({ text, remindOn }) {
      const body = { text, ...(remindOn ? { remindOn } : {}) };
      const added = await api.call('POST /customers/:number/notes', { params: { number }, body });
      refresh();
      return added;
    },
    async save(note, { text, remindOn, version }) {
      const body = { version, text, ...(remindOn === undefined ? {} : { remindOn }) };
      await api.call('PATCH /customers/:number/notes/:id', { ...one(note), body });
      refresh();
    },
    pin: (note) => void patch(note, { pinned: !note.pinned }),
    done: (note) => void patch(note, { done: note.doneAt === null }),
    async remove(note) {
      const gone = await attempt(() => api.call('DELETE /customers/:number/notes/:id', one(note)));
      if (gone) toasts.show({ text: t('notes.deleted'), undo: () => void restore(note) });
    },
    move(from, to) {
      if (!items) return;
      const next = moved(items, from, to);
      setOrdered(next);
      const ids = next.map(({ id }) => id);
      void attempt(() => api.call('PUT /customers/:number/notes/order', { params: { number }, body: { ids } }));
    },
  };
}
