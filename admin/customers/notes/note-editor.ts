import { h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { dayAt, now, visitorZone } from '../../../widget/kit/dates.js';
import { TextArea } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import type { CustomerNote } from '../detail/detail-types.js';
import { ReminderField } from './reminder-field.js';
import type { WallTime } from './reminder-times.js';

/** What is saved: only what differs from the note as it was. */
export interface NoteDraft {
  text: string;
  /** undefined: as it was; null: none. */
  remindOn: (WallTime & { timeZone: string }) | null | undefined;
  version: number;
}

export interface NoteEditorProps {
  /** null: a new one. */
  note: CustomerNote | null;
  onSave: (draft: NoteDraft) => Promise<void>;
  onCancel: () => void;
}

/** A note being written. Control and Enter saves it, Escape leaves it as it was. */
export function NoteEditor({ note, onSave, onCancel }: NoteEditorProps): View {
  const { words, sessionEnded } = useAdmin();
  const { t } = words;
  const [base, setBase] = useState(note);
  const before = wallTimeOf(base);
  const [text, setText] = useState(note?.text ?? '');
  const [remind, setRemind] = useState(before);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<CustomerNote | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const save = async () => {
    if (text.trim() === '') {
      setMissing(true);
      form.current?.querySelector('textarea')?.focus();
      return;
    }
    setBusy(true);
    setError(null);
    const isSame = remind?.day === before?.day && remind?.time === before?.time;
    const remindOn = isSame ? undefined : remind && { ...remind, timeZone: visitorZone() };
    try {
      await onSave({ text: text.trim(), remindOn, version: base?.version ?? 0 });
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      const current = problem instanceof ApiError && problem.code === 'stale' && problem.details['note'];
      if (current) setTheirs(current as CustomerNote);
      setError(problem);
      setBusy(false);
    }
  };
  const keepMine = () => {
    setBase(theirs);
    setTheirs(null);
    setError(null);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void save();
  };
  const isPast = error instanceof ApiError && error.field === 'remindOn';
  return html`<form class="note-editor" ref=${form} onSubmit=${submit} onKeyDown=${onKey} aria-label=${t(note ? 'notes.edit' : 'notes.add')}>
    ${h(TextArea, {
      label: t('notes.text'),
      name: 'note',
      value: text,
      rows: 4,
      maxLength: 5000,
      onValue: (value) => {
        setText(value);
        setMissing(false);
      },
      error: missing ? t('notes.textMissing') : undefined,
    })}
    ${h(ReminderField, { value: remind, onValue: setRemind, error: isPast ? t('notes.remindPast') : undefined })}
    ${
      theirs
        ? h(Notice, {
            meaning: 'warning',
            urgent: true,
            title: t('notes.stale'),
            children: html`<p class="note-theirs">${theirs.text}</p>
              ${h(Button, { size: 'small', onPress: keepMine, children: t('notes.keepMine') })}
              ${h(Button, { size: 'small', kind: 'quiet', onPress: onCancel, children: t('notes.takeTheirs') })}`,
          })
        : error !== null &&
          !isPast &&
          h(Notice, { meaning: 'danger', urgent: true, children: errorWords(words, error) })
    }
    <div class="note-editor-actions">
      ${h(Button, { size: 'small', onPress: onCancel, children: t('notes.cancel') })}
      ${h(Button, { kind: 'primary', size: 'small', type: 'submit', busy, disabled: theirs !== null, children: t('notes.save') })}
    </div>
  </form>`;
}

/** The reminder of a note on this browser's clock; one whose time is over is none to be set again. */
function wallTimeOf(note: CustomerNote | null): WallTime | null {
  if (!note?.remindAt || Date.parse(note.remindAt) <= now()) return null;
  const zone = visitorZone();
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return { day: dayAt(zone, note.remindAt), time: time.format(new Date(note.remindAt)) };
}
