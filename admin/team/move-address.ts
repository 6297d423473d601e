import { h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { TeamAccount } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { teamFault } from './team-words.js';
import { faultOf, useCall } from './use-call.js';

interface MoveAddressProps {
  account: TeamAccount;
  onDone: () => void;
  onChanged: () => void;
}

/** Another address for an account: it is invited anew, and one's own password is asked for. */
export function MoveAddress({ account, onDone, onChanged }: MoveAddressProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const call = useCall((error) => teamFault(words, error));
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    return call.run(async () => {
      const body = { email: email.trim(), currentPassword: password };
      await api.call('POST /accounts/:id/invitation', { params: { id: String(account.id) }, body });
      toasts.show({ text: t('team.invited', { email: email.trim() }) });
      onChanged();
      onDone();
    });
  };
  const known = ['email', 'currentPassword'];
  return html`<form ref=${form} class="team-form" novalidate onSubmit=${submit}>
    <p class="field-hint">${t('team.move.text', { name: account.name })}</p>
    ${call.fault && !known.includes(call.fault.field) && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${h(TextField, {
      label: t('team.move.email'),
      name: 'newEmail',
      type: 'email',
      value: email,
      onValue: setEmail,
      maxLength: 254,
      autocomplete: 'off',
      error: faultOf(call, 'email'),
    })}
    ${h(TextField, {
      label: t('team.move.password'),
      name: 'ownPassword',
      type: 'password',
      value: password,
      onValue: setPassword,
      maxLength: 1024,
      autocomplete: 'current-password',
      error: faultOf(call, 'currentPassword'),
    })}
    <div class="team-access">
      ${h(Button, { type: 'submit', kind: 'primary', size: 'small', busy: call.busy, children: t('team.move.submit') })}
      ${h(Button, { size: 'small', onPress: onDone, children: t('team.cancel') })}
    </div>
  </form>`;
}
