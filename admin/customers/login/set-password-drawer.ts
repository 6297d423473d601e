import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import { Drawer } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import type { CustomerRecord } from '../detail/detail-types.js';
import type { Login } from './login-draft.js';
import { PasswordPair } from './password-pair.js';
import { useLoginDraft } from './use-login-draft.js';
import { useSending } from './use-sending.js';

export interface SetPasswordDrawerProps {
  open: boolean;
  record: CustomerRecord;
  login: Login;
  onClose: () => void;
}

/** Another password for the login of a customer. The one before no longer counts. */
export function SetPasswordDrawer({ open, ...rest }: SetPasswordDrawerProps): View {
  const { t } = useAdmin().words;
  return h(Drawer, {
    open,
    title: t('login.setPassword'),
    closeLabel: t('common.close'),
    onClose: rest.onClose,
    children: open && h(Form, rest),
  });
}

function Form({ record, login, onClose }: Omit<SetPasswordDrawerProps, 'open'>): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const form = useLoginDraft(login.email, 'new');
  const { element, busy, problem, send } = useSending(form, ({ code }) =>
    code === 'forbidden' ? t('login.shared') : undefined,
  );
  const submit = (event: Event) =>
    send(event, async () => {
      const { password, passwordConfirmation } = form.draft;
      const params = { number: String(record.number) };
      await api.call('POST /customers/:number/login/password', { params, body: { password, passwordConfirmation } });
      toasts.show({ text: t('login.passwordDone', { email: login.email }) });
      onClose();
    });
  return html`<form ref=${element} class="record-form login-form" novalidate onSubmit=${submit}>
    <p class="field-hint">${t('login.passwordText', { email: login.email })}</p>
    <div class="record-fields">${h(PasswordPair, { form })}</div>
    ${problem !== null && h(Notice, { meaning: 'danger', urgent: true, children: problem })}
    <div class="record-actions">
      ${h(Button, { onPress: onClose, children: t('record.cancel') })}
      ${h(Button, { kind: 'primary', type: 'submit', busy, children: t('login.setPassword') })}
    </div>
  </form>`;
}
