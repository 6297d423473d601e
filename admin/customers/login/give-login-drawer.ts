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
import { LoginFields } from './login-fields.js';
import { useLoginDraft } from './use-login-draft.js';

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
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const form = useLoginDraft(record.email ?? '', 'new');
  const element = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    const faults = form.check();
    const wish = form.wish();
    setProblem(null);
    if (faults.length > 0 || !wish) return focusNamed(element.current, faults);
    setBusy(true);
    try {
      const params = { number: String(record.number) };
      const { email } = await api.call('POST /customers/:number/login', { params, body: wish });
      toasts.show({ text: t('login.added', { email, name: record.name }) });
      onClose();
      onDone();
    } catch (error) {
      setBusy(false);
      if (!(error instanceof ApiError)) return setProblem(errorWords(words, error));
      if (error.code === 'not_signed_in') return sessionEnded();
      const fields = form.refused(error);
      if (fields.length > 0) focusNamed(element.current, fields);
      else setProblem(error.details['reason'] === 'has_login' ? t('login.hasOne') : errorWords(words, error));
    }
  };
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
