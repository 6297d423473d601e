import { NotebookPen, Plus } from 'lucide';
import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { Problem } from '../../kit/problem.js';
import { useSortable } from '../../kit/use-sortable.js';
import { NoteCard } from './note-card.js';
import { NoteEditor } from './note-editor.js';
import { canMove } from './note-order.js';
import css from './notes-tab.css';
import { useNotes } from './use-notes.js';

style(css);

const look = { item: '.note', grip: '.note-grip', ghost: 'note-ghost' };

export interface NotesTabProps {
  number: number;
  readOnly: boolean;
  onChanged: () => void;
}

/** What staff noted about a customer: written, pinned, put in order, reminded of (FEATURES A072 to A075). */
export function NotesTab({ number, readOnly, onChanged }: NotesTabProps): View {
  const { t } = useAdmin().words;
  const notes = useNotes(number, onChanged);
  /** The id of the note that is being changed, or a new one. */
  const [writing, setWriting] = useState<number | 'new' | null>(null);
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const refocus = useRef<string | null>(null);
  const { items, load } = notes;

  const move = (from: number, to: number) => {
    if (!items) return;
    notes.move(from, to);
    say(t('notes.moved', { place: to + 1, count: items.length }));
  };
  useSortable(list, !readOnly && (items?.length ?? 0) > 1, look, move);
  useLayoutEffect(() => {
    if (!refocus.current) return;
    const wanted = document.querySelector<HTMLElement>(refocus.current);
    // At the end of its way the pressed button can no longer hold the focus: the one beside it does.
    const usable = wanted?.matches(':disabled')
      ? wanted.parentElement?.querySelector<HTMLElement>('button:enabled')
      : wanted;
    usable?.focus();
    refocus.current = null;
  });
  useEffect(() => {
    if (readOnly) return;
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (key !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((target as Element).closest('input, textarea, select, dialog, [contenteditable]')) return;
      event.preventDefault();
      setWriting('new');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [readOnly]);

  const step = (at: number, by: -1 | 1) => {
    const note = items?.[at];
    if (!items || !note || !canMove(items, at, by)) return;
    const focused = document.activeElement as HTMLElement | null;
    const name = focused?.getAttribute('name') ?? (by < 0 ? 'up' : 'down');
    move(at, at + by);
    refocus.current = `[data-note="${note.id}"] [name="${name}"]`;
  };
  const stop = () => {
    refocus.current = writing === 'new' ? '.notes-add' : `[data-note="${writing}"] [name="edit"]`;
    setWriting(null);
  };
  const addButton = (kind: 'primary' | 'secondary') =>
    h(Button, {
      kind,
      size: 'small',
      icon: Plus,
      class: 'notes-add',
      onPress: () => setWriting('new'),
      children: t('notes.add'),
    });

  if (!items)
    return load.error === undefined
      ? h(Skeleton, { rows: 3, height: 88, label: t('common.loading') })
      : h(Problem, { error: load.error, onRetry: load.reload });
  return html`<div class="notes">
    ${load.error !== undefined && h(Problem, { error: load.error, onRetry: load.reload, beside: true })}
    ${
      !readOnly &&
      items.length > 0 &&
      html`<div class="notes-head">${addButton('primary')}<p>${t('notes.hint')} <kbd>n</kbd></p></div>`
    }
    ${
      writing === 'new' &&
      h(NoteEditor, {
        note: null,
        onSave: async (draft) => {
          await notes.add(draft);
          stop();
        },
        onCancel: stop,
      })
    }
    ${
      items.length === 0 &&
      writing !== 'new' &&
      h(Empty, {
        icon: NotebookPen,
        title: t('notes.none'),
        children: t('notes.noneText'),
        action: !readOnly && addButton('primary'),
      })
    }
    <ol class="note-list" ref=${list}>
      ${items.map((note, at) =>
        writing === note.id
          ? html`<li class="note editing" key=${note.id}>${h(NoteEditor, {
              note,
              onSave: async (draft) => {
                await notes.save(note, draft);
                stop();
              },
              onCancel: () => {
                stop();
                load.reload();
              },
            })}</li>`
          : h(NoteCard, {
              key: note.id,
              note,
              readOnly,
              canUp: canMove(items, at, -1),
              canDown: canMove(items, at, 1),
              onEdit: () => setWriting(note.id),
              onDelete: () => notes.remove(note),
              onPin: () => notes.pin(note),
              onDone: () => notes.done(note),
              onMove: (by) => step(at, by),
            }),
      )}
    </ol>
    <p class="hidden-text" role="status">${said}</p>
  </div>`;
}
