import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import { Drawer } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import type { CustomerRecord } from '../detail/detail-types.js';
import { LoginFields } from './login-fields.js';
import { useLoginDraft } from './use-login-draft.js';
import { useSending } from './use-sending.js';

export interface GiveLoginDrawerProps {
  open: boolean;
  record: CustomerRecord;
  onClose: () => void;
  onDone: () => void;
}

/** Gives a customer who is there a new login, or one that serves nobody (A097). */
export function GiveLoginDrawer({ open, record, onClose, onDone }: GiveLoginDrawerProps): View {
  const { t } = useAdmin().words;
  return h(Drawer, {
    open,
    title: t('login.add'),
    closeLabel: t('common.close'),
    onClose,
    children: open && h(Form, { record, onClose, onDone }),
  });
}

function Form({ record, onClose, onDone }: Omit<GiveLoginDrawerProps, 'open'>): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const form = useLoginDraft(record.email ?? '', 'new');
  const { element, busy, problem, send } = useSending(form, ({ details }) =>
    details['reason'] === 'has_login' ? t('login.hasOne') : undefined,
  );
  const submit = (event: Event) =>
    send(event, async () => {
      const body = form.wish();
      if (!body) return;
      const params = { number: String(record.number) };
      const { email } = await api.call('POST /customers/:number/login', { params, body });
      toasts.show({ text: t('login.added', { email, name: record.name }) });
      onClose();
      onDone();
    });
  return html`<form ref=${element} class="record-form login-form" novalidate onSubmit=${submit}>
    <p class="field-hint">${t('login.hint')}</p>
    <div class="record-fields">${h(LoginFields, { form, kinds: ['new', 'existing'] })}</div>
    ${problem !== null && h(Notice, { meaning: 'danger', urgent: true, children: problem })}
    <div class="record-actions">
      ${h(Button, { onPress: onClose, children: t('record.cancel') })}
      ${h(Button, { kind: 'primary', type: 'submit', busy, children: t('login.add') })}
    </div>
  </form>`;
}
