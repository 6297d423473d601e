import { Bell, BellRing, Check, ChevronDown, ChevronUp, GripVertical, Pencil, Pin, PinOff, Trash2 } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Badge } from '../../../widget/kit/badge.js';
import { Button } from '../../../widget/kit/button.js';
import { formatDay, formatTime, now, visitorZone } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { useAdmin } from '../../admin-context.js';
import type { CustomerNote } from '../detail/detail-types.js';

export interface NoteCardProps {
  note: CustomerNote;
  readOnly: boolean;
  canUp: boolean;
  canDown: boolean;
  onEdit: () => void;
  onDelete: () => void;
  onPin: () => void;
  onDone: () => void;
  onMove: (by: -1 | 1) => void;
}

/** Notes that are longer are cut, and opened by a press. */
const manyLines = 8;
const manyLetters = 480;
const isLong = (text: string): boolean => text.length > manyLetters || text.split('\n').length > manyLines;

/** A note: its words as they were typed, who wrote it, its reminder, and what can be done with it. */
export function NoteCard(props: NoteCardProps): View {
  const { note, readOnly, canUp, canDown, onEdit, onDelete, onPin, onDone, onMove } = props;
  const { t, language } = useAdmin().words;
  const [whole, setWhole] = useState(false);
  const long = isLong(note.text);
  const about = [...note.text.replace(/\s+/g, ' ')].slice(0, 40).join('');
  const zone = visitorZone();
  const at = (instant: string) =>
    `${formatDay(language, instant, 'numeric', zone)}, ${formatTime(language, instant, zone)}`;
  const onKey = (event: KeyboardEvent) => {
    if (readOnly || !event.altKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const tool = (label: string, icon: typeof Pin, onPress: () => void, more: object = {}) =>
    h(Button, { kind: 'quiet', size: 'small', icon, label, onPress, ...more });
  return html`<li class=${note.pinned ? 'note pinned' : 'note'} data-note=${note.id} onKeyDown=${onKey}>
    ${!readOnly && html`<span class="note-grip" title=${t('notes.drag')}>${h(Icon, { icon: GripVertical })}</span>`}
    <div class="note-body">
      <p class=${long && !whole ? 'note-text cut' : 'note-text'} dir="auto">${note.text}</p>
      ${
        long &&
        html`<button type="button" class="note-more" aria-expanded=${whole ? 'true' : 'false'} onClick=${() => setWhole(!whole)}>
          ${t(whole ? 'notes.less' : 'notes.more')}</button>`
      }
      ${note.remindAt && h(Reminder, { note, when: at(note.remindAt), readOnly, about, onDone })}
      <p class="note-by">
        ${note.pinned && html`<span class="note-pin">${h(Icon, { icon: Pin, size: 14 })}${t('notes.pinned')}</span>`}
        <span>${note.author ? t('notes.by', { name: note.author.name, when: at(note.createdAt) }) : at(note.createdAt)}</span>
        ${note.updatedAt !== note.createdAt && html`<span>${t('notes.changed', { when: at(note.updatedAt) })}</span>`}
      </p>
    </div>
    ${
      !readOnly &&
      html`<div class="note-tools" role="group" aria-label=${t('notes.tools', { about })}>
        ${tool(t('notes.up', { about }), ChevronUp, () => onMove(-1), { disabled: !canUp, class: 'note-step', name: 'up' })}
        ${tool(t('notes.down', { about }), ChevronDown, () => onMove(1), { disabled: !canDown, class: 'note-step', name: 'down' })}
        ${tool(t(note.pinned ? 'notes.unpin' : 'notes.pin', { about }), note.pinned ? PinOff : Pin, onPin)}
        ${tool(t('notes.editOne', { about }), Pencil, onEdit, { name: 'edit' })}
        ${tool(t('notes.delete', { about }), Trash2, onDelete)}
      </div>`
    }
  </li>`;
}

interface ReminderProps {
  note: CustomerNote;
  when: string;
  about: string;
  readOnly: boolean;
  onDone: () => void;
}

function Reminder({ note, when, about, readOnly, onDone }: ReminderProps): View {
  const { t } = useAdmin().words;
  const isDue = Date.parse(note.remindAt ?? '') <= now();
  const badge = note.doneAt
    ? h(Badge, { meaning: 'good', icon: Check, children: t('notes.done', { when }) })
    : isDue
      ? h(Badge, { meaning: 'warning', icon: BellRing, children: t('notes.due', { when }) })
      : h(Badge, { meaning: 'info', icon: Bell, children: t('notes.reminds', { when }) });
  return html`<p class="note-reminder">
    ${badge}
    ${
      !readOnly &&
      h(Button, {
        kind: 'quiet',
        size: 'small',
        label: t(note.doneAt ? 'notes.notDoneOne' : 'notes.doneOne', { about }),
        onPress: onDone,
        children: t(note.doneAt ? 'notes.markNotDone' : 'notes.markDone'),
      })
    }
  </p>`;
}
