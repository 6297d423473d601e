import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { useCall } from '../../team/use-call.js';
import type { CustomerRecord } from '../detail/detail-types.js';
import type { Login } from './login-draft.js';

export interface UnlinkDialogProps {
  open: boolean;
  record: CustomerRecord;
  login: Login;
  onClose: () => void;
  onDone: () => void;
}

/** Asks before a login stops opening anything of a customer. */
export function UnlinkDialog({ open, record, login, onClose, onDone }: UnlinkDialogProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const call = useCall();
  const { name } = record;
  const { email } = login;
  const unlink = () =>
    call.run(async () => {
      await api.call('DELETE /customers/:number/login', { params: { number: String(record.number) } });
      toasts.show({ text: t('login.unlinked', { email, name }) });
      onClose();
      onDone();
    });
  return h(Dialog, {
    open,
    title: t('login.unlinkTitle'),
    closeLabel: t('common.close'),
    onClose,
    actions: [
      h(Button, { onPress: onClose, children: t('record.cancel') }),
      h(Button, { kind: 'danger', busy: call.busy, onPress: unlink, children: t('login.unlinkSubmit') }),
    ],
    children: html`<p>${t('login.unlinkText', { email, name })}</p>
      ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}`,
  });
}
