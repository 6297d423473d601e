import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';
import { Problem } from '../../kit/problem.js';
import { useUnsaved } from '../../kit/unsaved.js';
import { RecordFacts } from './record-facts.js';
import { RecordFormView } from './record-form.js';
import type { CustomerRecord, RecordSettings } from './types.js';
import { useRecordForm } from './use-record-form.js';

export interface InformationTabProps {
  record: CustomerRecord;
  onSaved: (record: CustomerRecord) => void;
  /** The account may not edit, or the customer is not in use. */
  readOnly: boolean;
}

/** The record on the page of one customer: filled in (A063), to be changed in place. */
export function InformationTab({ record, onSaved, readOnly }: InformationTabProps): View {
  const { api, words } = useAdmin();
  const settings = useLoad('settings', (signal) => api.call('GET /settings', { signal }));
  const first = useRef<RecordSettings | undefined>(undefined);
  first.current ??= settings.data;
  if (!first.current)
    return settings.error !== undefined && !settings.waiting
      ? h(Problem, { error: settings.error, onRetry: settings.reload })
      : h(Skeleton, { rows: 8, height: 44, label: words.t('common.loading') });
  if (readOnly) return h(RecordFacts, { record });
  return h(Editing, { key: record.number, record, settings: first.current, onSaved });
}

function Editing({
  record,
  settings,
  onSaved,
}: Omit<InformationTabProps, 'readOnly'> & { settings: RecordSettings }): View {
  const { t } = useAdmin().words;
  const form = useRecordForm({ record, settings, onSaved });
  const { dialog } = useUnsaved(form.dirty);
  // The page has a newer version: it is shown unless something is being typed, which then meets it when it is saved.
  useEffect(() => form.follow(record), [record]);
  const actions = [
    form.dirty && h(Button, { onPress: form.undo, children: t('record.undo') }),
    h(Button, {
      kind: 'primary',
      type: 'submit',
      busy: form.busy,
      disabled: !form.dirty,
      children: t('record.update'),
    }),
  ];
  return html`${h(RecordFormView, { form, actions })}${dialog}`;
}
