import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Role } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { Choice } from '../kit/choice.js';
import { ProviderField, RoleField } from './account-fields.js';
import { teamFault } from './team-words.js';
import { faultOf, useCall } from './use-call.js';

export interface AddAccountProps {
  open: boolean;
  roles: readonly Role[];
  onClose: () => void;
  onAdded: () => void;
}

const formId = 'add-account';

/** A panel for a new account: who, as what, and how they get their first password. */
export function AddAccount({ open, roles, onClose, onAdded }: AddAccountProps): View {
  const { words, toasts } = useAdmin();
  const { t } = words;
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (open) setRound((count) => count + 1);
  }, [open]);
  const done = (text: string) => {
    toasts.show({ text });
    onAdded();
    onClose();
  };
  return h(Drawer, {
    open,
    title: t('team.add'),
    closeLabel: t('common.close'),
    onClose,
    children: h(Form, { key: round, roles, onBusy: setBusy, onDone: done }),
    actions: html`${h(Button, { onPress: onClose, children: t('team.cancel') })}
      ${h(Button, { kind: 'primary', busy, onPress: submitForm, children: t('team.add') })}`,
  });
}

/** The buttons stand at the foot of the panel, outside of the form. */
const submitForm = () => (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();

interface FormProps {
  roles: readonly Role[];
  onBusy: (busy: boolean) => void;
  onDone: (text: string) => void;
}

function Form({ roles, onBusy, onDone }: FormProps): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const grantable = roles.filter((role) => !role.beyond);
  const first = grantable.find(({ id }) => id === 'provider') ?? grantable[0];
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState(first?.id ?? '');
  const [providerId, setProvider] = useState<number | null>(null);
  const [how, setHow] = useState<'invite' | 'password'>('invite');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const call = useCall((error) => teamFault(words, error));
  useEffect(() => onBusy(call.busy), [call.busy]);

  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget as HTMLFormElement;
    const missing = !name.trim()
      ? 'name'
      : !email.trim()
        ? 'email'
        : how === 'password' && !password
          ? 'password'
          : null;
    if (missing) return form.querySelector<HTMLInputElement>(`[name=${missing}]`)?.focus();
    await call.run(async () => {
      const body = { name, email, role, providerId, password: how === 'password' ? password : null };
      const added = await api.call('POST /accounts', { body });
      onDone(how === 'password' ? t('team.added', { name: added.name }) : t('team.invited', { email: added.email }));
    });
  };
  return html`<form id=${formId} class="team-form" novalidate onSubmit=${submit}>
    ${call.fault && !['email', 'password'].includes(call.fault.field) && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${h(TextField, {
      label: t('team.name'),
      name: 'name',
      value: name,
      onValue: setName,
      maxLength: 120,
      autocomplete: 'off',
      error: tried && !name.trim() ? t('team.nameMissing') : undefined,
    })}
    ${h(TextField, {
      label: t('team.email'),
      name: 'email',
      type: 'email',
      value: email,
      onValue: setEmail,
      maxLength: 254,
      autocomplete: 'off',
      error: tried && !email.trim() ? t('team.emailMissing') : faultOf(call, 'email'),
    })}
    ${h(RoleField, { value: role, roles, reason: null, onValue: setRole })}
    ${h(ProviderField, { value: providerId, known: null, disabled: false, onValue: setProvider })}
    ${h(Choice<'invite' | 'password'>, {
      label: t('team.how'),
      value: how,
      options: [
        { value: 'invite', label: t('team.how.invite') },
        { value: 'password', label: t('team.how.password') },
      ],
      onValue: setHow,
    })}
    ${
      how === 'invite'
        ? html`<p class="field-hint">${t('team.how.inviteHint')}</p>`
        : h(TextField, {
            label: t('team.password'),
            name: 'password',
            type: 'password',
            value: password,
            onValue: setPassword,
            maxLength: 256,
            autocomplete: 'new-password',
            hint: t('team.password.hint'),
            error: tried && !password ? t('password.too_short') : faultOf(call, 'password'),
          })
    }
    <button type="submit" hidden></button>
  </form>`;
}
