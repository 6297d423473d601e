import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { Drawer } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';
import { Problem } from '../../kit/problem.js';
import { useUnsaved } from '../../kit/unsaved.js';
import { RecordFormView } from './record-form.js';
import type { CustomerRecord, RecordSettings } from './types.js';
import { useRecordForm } from './use-record-form.js';

export interface CustomerDrawerProps {
  /** A customer number, `new` for one that is added, null while closed. */
  open: 'new' | number | null;
  onClose: () => void;
  onSaved: (record: CustomerRecord) => void;
}

/** Adds or edits a customer in a panel over the list (FEATURES A033, A034). */
export function CustomerDrawer({ open, onClose, onSaved }: CustomerDrawerProps): View {
  const { words } = useAdmin();
  const { t } = words;
  /** Asks before what was typed is lost; set by the form while it is there. */
  const guard = useRef<((go: () => void) => void) | null>(null);
  const close = () => (guard.current ? guard.current(onClose) : onClose());
  return h(Drawer, {
    open: open !== null,
    title: open === 'new' ? t('record.new') : t('record.edit'),
    closeLabel: t('common.close'),
    onClose: close,
    children: open !== null && h(Content, { key: open, open, guard, onClose: close, onSaved }),
  });
}

interface ContentProps {
  open: 'new' | number;
  guard: { current: ((go: () => void) => void) | null };
  onClose: () => void;
  onSaved: (record: CustomerRecord) => void;
}

function Content({ open, ...rest }: ContentProps): View {
  const { api, words } = useAdmin();
  const loaded = useLoad(`customer ${open}`, async (signal) => {
    const settings = api.call('GET /settings', { signal });
    const record =
      open === 'new' ? null : await api.call('GET /customers/:number', { params: { number: String(open) }, signal });
    return { settings: await settings, record };
  });
  // What was loaded first stays: a list that refreshes itself must not take away what is being typed.
  const first = useRef<{ settings: RecordSettings; record: CustomerRecord | null } | undefined>(undefined);
  first.current ??= loaded.data;
  if (first.current) return h(Editing, { ...first.current, ...rest });
  if (loaded.error !== undefined && !loaded.waiting) return h(Problem, { error: loaded.error, onRetry: loaded.reload });
  return h(Skeleton, { rows: 8, height: 44, label: words.t('common.loading') });
}

interface EditingProps extends Omit<ContentProps, 'open'> {
  settings: RecordSettings;
  record: CustomerRecord | null;
}

function Editing({ settings, record, guard, onClose, onSaved }: EditingProps): View {
  const { t } = useAdmin().words;
  const form = useRecordForm({ record, settings, onSaved });
  const { ask, dialog } = useUnsaved(form.dirty);
  useEffect(() => {
    guard.current = ask;
    return () => {
      guard.current = null;
    };
  });
  // The first field, so that one can begin to type.
  useLayoutEffect(() => form.element.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const actions = [
    h(Button, { onPress: onClose, children: t('record.cancel') }),
    h(Button, {
      kind: 'primary',
      type: 'submit',
      busy: form.busy,
      children: t(record ? 'record.update' : 'record.create'),
    }),
  ];
  return html`${h(RecordFormView, { form, actions })}${dialog}`;
}
