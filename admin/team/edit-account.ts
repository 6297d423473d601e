import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Role, TeamAccount } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { Facts } from '../kit/facts.js';
import { AccountAccess } from './account-access.js';
import { ProviderField, RoleField } from './account-fields.js';
import { teamFault } from './team-words.js';
import { useCall } from './use-call.js';

export interface EditAccountProps {
  account: TeamAccount | undefined;
  roles: readonly Role[];
  onClose: () => void;
  onChanged: () => void;
}

const formId = 'edit-account';
const submitForm = () => (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();

/** One account: who it is, what it may, and its access. What can't be changed says why. */
export function EditAccount({ account, roles, onClose, onChanged }: EditAccountProps): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const [busy, setBusy] = useState(false);
  const reason = !may('accounts.edit') ? t('team.mayNot') : account?.beyond ? t('team.beyond') : null;
  return h(Drawer, {
    open: account !== undefined,
    title: account?.name ?? '',
    closeLabel: t('common.close'),
    onClose,
    children:
      account &&
      html`<div class="team-form">
        ${reason !== null && h(Notice, { children: reason })}
        ${h(Facts, { facts: [[t('team.email'), account.email]] })}
        ${h(Form, { key: `form ${account.id}`, account, roles, locked: reason !== null, onBusy: setBusy, onChanged })}
        ${reason === null && h(AccountAccess, { key: `access ${account.id}`, account, onChanged })}
      </div>`,
    actions:
      reason === null &&
      html`${h(Button, { onPress: onClose, children: t('team.cancel') })}
        ${h(Button, { kind: 'primary', busy, onPress: submitForm, children: t('team.save') })}`,
  });
}

interface FormProps {
  account: TeamAccount;
  roles: readonly Role[];
  locked: boolean;
  onBusy: (busy: boolean) => void;
  onChanged: () => void;
}

function Form({ account, roles, locked, onBusy, onChanged }: FormProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const [name, setName] = useState(account.name);
  const [role, setRole] = useState(account.role.id);
  const [providerId, setProvider] = useState(account.provider?.id ?? null);
  const call = useCall((error) => teamFault(words, error));
  useEffect(() => onBusy(call.busy), [call.busy]);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!name.trim())
      return (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('[name=name]')?.focus();
    // What is as it was is left out: another role ends the sessions of the account.
    const body = {
      name,
      ...(role === account.role.id ? {} : { role }),
      ...(providerId === (account.provider?.id ?? null) ? {} : { providerId }),
    };
    await call.run(async () => {
      await api.call('PATCH /accounts/:id', { params: { id: String(account.id) }, body });
      toasts.show({ text: t('team.saved', { name }) });
      onChanged();
    });
  };
  return html`<form id=${formId} class="team-form" novalidate onSubmit=${submit}>
    ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${h(TextField, {
      label: t('team.name'),
      name: 'name',
      value: name,
      onValue: setName,
      maxLength: 120,
      autocomplete: 'off',
      disabled: locked,
      error: name.trim() ? undefined : t('team.nameMissing'),
    })}
    ${h(RoleField, {
      value: role,
      roles,
      reason: locked ? '' : account.lastOwner ? t('team.lastOwner') : null,
      onValue: setRole,
    })}
    ${h(ProviderField, { value: providerId, known: account.provider, disabled: locked, onValue: setProvider })}
    <button type="submit" hidden></button>
  </form>`;
}
