import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Role } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { useCall } from './use-call.js';

interface DeleteRoleProps {
  role: Role | null;
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks before a role is gone. */
export function DeleteRole({ role, onClose, onDeleted }: DeleteRoleProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const call = useCall((error) =>
    error.code === 'in_use' ? t('roles.inUse', { count: Number(error.details['accounts'] ?? 1) }) : undefined,
  );
  const name = role?.name ?? '';
  const close = () => {
    call.clear();
    onClose();
  };
  const remove = () =>
    call.run(async () => {
      await api.call('DELETE /roles/:id', { params: { id: role?.id ?? '' } });
      toasts.show({ text: t('roles.deleted', { name }) });
      onDeleted();
      close();
    });
  return h(Dialog, {
    open: role !== null,
    title: t('roles.delete.title', { name }),
    closeLabel: t('common.close'),
    onClose: close,
    children: html`${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
      <p>${t('roles.delete.text')}</p>`,
    actions: html`${h(Button, { onPress: close, children: t('team.cancel') })}
      ${h(Button, { kind: 'danger', busy: call.busy, onPress: remove, children: t('roles.delete.confirm') })}`,
  });
}
