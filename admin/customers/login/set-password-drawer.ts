import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { Drawer } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import type { CustomerRecord } from '../detail/detail-types.js';
import { focusNamed } from './focus-named.js';
import type { Login } from './login-draft.js';
import { PasswordPair } from './password-pair.js';
import { useLoginDraft } from './use-login-draft.js';

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
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const form = useLoginDraft(login.email, 'new');
  const element = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    const faults = form.check();
    setProblem(null);
    if (faults.length > 0) return focusNamed(element.current, faults);
    setBusy(true);
    try {
      const { password, passwordConfirmation } = form.draft;
      const params = { number: String(record.number) };
      await api.call('POST /customers/:number/login/password', { params, body: { password, passwordConfirmation } });
      toasts.show({ text: t('login.passwordDone', { email: login.email }) });
      onClose();
    } catch (error) {
      setBusy(false);
      if (!(error instanceof ApiError)) return setProblem(errorWords(words, error));
      if (error.code === 'not_signed_in') return sessionEnded();
      const fields = form.refused(error);
      if (fields.length > 0) focusNamed(element.current, fields);
      else setProblem(error.code === 'forbidden' ? t('login.shared') : errorWords(words, error));
    }
  };
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
