import { Copy, Trash2 } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { Checkbox, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Permission, Role } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { ReasonButton } from '../kit/reason-button.js';
import { grouped } from './permission-groups.js';
import { roleName, teamFault } from './team-words.js';
import { faultOf, useCall } from './use-call.js';

export interface RoleDrawerProps {
  open: boolean;
  /** The role that is changed; null for a new one. */
  role: Role | null;
  /** What a new one starts from. */
  copied: Role | null;
  /** Why `role` can only be looked at; null: it can be changed. */
  fixed: string | null;
  mayCopy: boolean;
  onCopy: (role: Role) => void;
  onDelete: (role: Role) => void;
  onClose: () => void;
  onSaved: () => void;
}

const formId = 'edit-role';
const submitForm = () => (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();

/** A panel for one role: its name, and a box for each permission that one has oneself. */
export function RoleDrawer(props: RoleDrawerProps): View {
  const { open, role, copied, fixed, mayCopy, onCopy, onDelete, onClose, onSaved } = props;
  const { words, toasts } = useAdmin();
  const { t } = words;
  const [busy, setBusy] = useState(false);
  const done = (name: string) => {
    toasts.show({ text: t('team.saved', { name }) });
    onSaved();
    onClose();
  };
  const name = role ? roleName(words, role) : '';
  const used = role && role.accounts > 0 ? t('roles.inUse', { count: role.accounts }) : null;
  const locked = role !== null && fixed !== null;
  return h(Drawer, {
    open,
    title: !role ? t('roles.add') : locked ? name : t('roles.edit', { name }),
    closeLabel: t('common.close'),
    onClose,
    children: html`<div class="team-form">
      ${locked && h(Notice, { children: fixed })}
      ${
        role &&
        mayCopy &&
        html`<div class="team-access">
          ${h(ReasonButton, { icon: Copy, reason: null, onPress: () => onCopy(role), children: t('roles.copy', { name }) })}
          ${!locked && h(ReasonButton, { icon: Trash2, reason: used, onPress: () => onDelete(role), children: t('roles.delete', { name }) })}
        </div>`
      }
      ${h(Form, { key: `${role?.id} ${copied?.id}`, role, copied, locked, onBusy: setBusy, onDone: done })}
    </div>`,
    actions:
      !locked &&
      html`${h(Button, { onPress: onClose, children: t('team.cancel') })}
        ${h(Button, { kind: 'primary', busy, onPress: submitForm, children: t('team.save') })}`,
  });
}

interface FormProps extends Pick<RoleDrawerProps, 'role' | 'copied'> {
  locked: boolean;
  onBusy: (busy: boolean) => void;
  onDone: (name: string) => void;
}

function Form({ role, copied, locked, onBusy, onDone }: FormProps): View {
  const { api, words, signedIn, may } = useAdmin();
  const { t } = words;
  const [name, setName] = useState(
    role ? roleName(words, role) : copied ? t('roles.copyOf', { name: roleName(words, copied) }).slice(0, 80) : '',
  );
  // Of a copy, what one may not give is left out.
  const [chosen, setChosen] = useState<ReadonlySet<Permission>>(
    new Set((role ?? copied)?.permissions.filter((permission) => locked || may(permission)) ?? []),
  );
  const [tried, setTried] = useState(false);
  const call = useCall((error) => teamFault(words, error));
  useEffect(() => onBusy(call.busy), [call.busy]);

  const toggle = (permission: Permission) => (checked: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (checked) next.add(permission);
      else next.delete(permission);
      return next;
    });
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim())
      return (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('[name=name]')?.focus();
    const body = { name, permissions: [...chosen] };
    await call.run(async () => {
      if (role)
        await api.call('PATCH /roles/:id', { params: { id: role.id }, body: { ...body, version: role.version } });
      else await api.call('POST /roles', { body });
      onDone(name);
    });
  };
  const all = allPermissions(signedIn.permissions, role);
  return html`<form id=${formId} class="team-form" novalidate onSubmit=${submit}>
    ${call.fault && call.fault.field !== 'name' && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${h(TextField, {
      label: t('roles.name'),
      name: 'name',
      value: name,
      onValue: setName,
      maxLength: 80,
      autocomplete: 'off',
      disabled: locked,
      error: tried && !name.trim() ? t('team.nameMissing') : faultOf(call, 'name'),
    })}
    ${grouped(all)
      .filter(({ permissions }) => permissions.length > 0)
      .map(
        ({ noun, permissions }) => html`<fieldset class="team-permissions">
          <legend>${t(`roles.${noun}`)}</legend>
          ${permissions.map((permission) =>
            h(Checkbox, {
              key: permission,
              name: permission,
              checked: chosen.has(permission),
              disabled: locked || !may(permission),
              onChecked: toggle(permission),
              label: html`${t(`permission.${permission}`)}<small>${locked || may(permission) ? t(`permissionText.${permission}`) : t('roles.reason.lacking')}</small>`,
            } as never),
          )}
        </fieldset>`,
      )}
    <button type="submit" hidden></button>
  </form>`;
}

/** What can be ticked: one's own permissions, and those that the role has already. */
const allPermissions = (own: readonly Permission[], role: Role | null): Permission[] => [
  ...new Set([...own, ...(role?.permissions ?? [])]),
];
