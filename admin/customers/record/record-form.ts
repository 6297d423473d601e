import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { LoginSection } from '../login/login-section.js';
import { DuplicatesCard } from './duplicates-card.js';
import { RecordFields } from './record-fields.js';
import { StaleDialog } from './stale-dialog.js';
import type { RecordForm } from './use-record-form.js';

export interface RecordFormViewProps {
  form: RecordForm;
  /** Buttons, at the lower edge of what is to be seen. */
  actions: ComponentChildren;
}

/** The form of a record with all that can come up while it is saved. Enter in a field saves, and so does Ctrl and Enter anywhere. */
export function RecordFormView({ form, actions }: RecordFormViewProps): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const { element, busy, problem, duplicates, save } = form;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void save();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return html`<form ref=${element} class="record-form" novalidate onSubmit=${onSubmit} onKeyDown=${onKey}>
    <p class="record-required">${t('record.requiredNote')}</p>
    ${h(RecordFields, { form })}
    ${!form.record && may('customers.manage_logins') && h(LoginSection, { form: form.login })}
    ${problem !== null && h(Notice, { meaning: 'danger', urgent: true, children: problem })}
    ${duplicates && h(DuplicatesCard, { duplicates, busy, onAdd: () => void save(true) })}
    <div class="record-actions">${actions}</div>
  </form>
  ${h(StaleDialog, { form })}`;
}
