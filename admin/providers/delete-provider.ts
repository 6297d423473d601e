import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Provider } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { useCall } from '../team/use-call.js';
import { providerFault } from './provider-words.js';

export interface DeleteProviderProps {
  provider: Provider;
  open: boolean;
  onClose: () => void;
}

/** Whoever was added by mistake can go for good; who was ever booked is archived. */
export function DeleteProvider({ provider, open, onClose }: DeleteProviderProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const { route } = useLocation();
  const call = useCall((error) => providerFault(words, error));
  const { name } = provider;
  const close = () => {
    call.clear();
    onClose();
  };
  const remove = () =>
    call.run(async () => {
      await api.call('DELETE /providers/:id', { params: { id: String(provider.id) } });
      toasts.show({ text: t('providers.deleted', { name }) });
      route('/admin/providers');
    });
  return h(Dialog, {
    open,
    title: t('providers.deleteTitle', { name }),
    closeLabel: t('common.close'),
    onClose: close,
    children: html`${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
      <p>${t('providers.deleteText')}</p>`,
    actions: [
      h(Button, { onPress: close, children: t('team.cancel') }),
      h(Button, { kind: 'danger', busy: call.busy, onPress: () => void remove(), children: t('providers.delete') }),
    ],
  });
}
