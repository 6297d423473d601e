import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { Facts } from '../kit/facts.js';
import { Page } from '../kit/page.js';
import css from './own-account.css';
import { OwnSessions } from './own-sessions.js';
import { roleName, teamFault } from './team-words.js';
import { faultOf, useCall } from './use-call.js';

style(css);

/** One's own account: name, password, and where one is signed in. */
export function AccountPage(): View {
  const { t } = useAdmin().words;
  return h(Page, {
    title: t('nav.account'),
    children: html`<div class="own-account">${h(Profile, null)}${h(OwnPassword, null)}${h(OwnSessions, null)}</div>`,
  });
}

function Profile(): View {
  const { api, words, signedIn, toasts, signedInAgain } = useAdmin();
  const { t } = words;
  const { account } = signedIn;
  const [name, setName] = useState(account.name);
  const call = useCall();
  const submit = (event: Event) => {
    event.preventDefault();
    if (!name.trim()) return;
    return call.run(async () => {
      signedInAgain(await api.call('PATCH /account', { body: { name } }));
      toasts.show({ text: t('ownAccount.saved') });
    });
  };
  return html`<section>
    <h2>${t('ownAccount.profile')}</h2>
    ${h(Facts, {
      facts: [
        [t('team.email'), account.email],
        [t('team.role'), roleName(words, { id: account.role, name: account.role })],
      ],
    })}
    <p class="field-hint">${t('ownAccount.fixed')}</p>
    <form novalidate onSubmit=${submit}>
      ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
      ${h(TextField, {
        label: t('ownAccount.name'),
        name: 'name',
        value: name,
        onValue: setName,
        maxLength: 120,
        autocomplete: 'name',
        error: name.trim() ? undefined : t('team.nameMissing'),
      })}
      ${h(Button, { type: 'submit', busy: call.busy, children: t('ownAccount.saveName') })}
    </form>
  </section>`;
}

function OwnPassword(): View {
  const { api, words, signedIn, toasts } = useAdmin();
  const { t } = words;
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [round, setRound] = useState(0);
  const call = useCall((error) => teamFault(words, error));
  const submit = (event: Event) => {
    event.preventDefault();
    return call.run(async () => {
      await api.call('POST /account/password', { body: { currentPassword, newPassword } });
      toasts.show({ text: t('ownAccount.changed') });
      setCurrent('');
      setNew('');
      setRound((count) => count + 1);
    });
  };
  const known = ['currentPassword', 'newPassword'];
  return html`<section>
    <h2>${t('ownAccount.password')}</h2>
    <form key=${round} novalidate onSubmit=${submit}>
      <input type="email" name="username" autocomplete="username" value=${signedIn.account.email} hidden />
      ${call.fault && !known.includes(call.fault.field) && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
      ${h(TextField, {
        label: t('ownAccount.current'),
        name: 'currentPassword',
        type: 'password',
        value: currentPassword,
        onValue: setCurrent,
        maxLength: 1024,
        autocomplete: 'current-password',
        error: faultOf(call, 'currentPassword'),
      })}
      ${h(TextField, {
        label: t('ownAccount.new'),
        name: 'newPassword',
        type: 'password',
        value: newPassword,
        onValue: setNew,
        maxLength: 256,
        autocomplete: 'new-password',
        hint: t('team.password.hint'),
        error: faultOf(call, 'newPassword'),
      })}
      ${h(Button, { type: 'submit', busy: call.busy, disabled: !currentPassword || !newPassword, children: t('ownAccount.change') })}
    </form>
  </section>`;
}
