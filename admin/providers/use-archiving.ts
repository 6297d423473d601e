import type { Provider } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { useCall } from '../team/use-call.js';
import { useStranding } from './use-stranding.js';

/** Puts a provider away or takes them back, with undo. */
export function useArchiving(provider: Provider, onChanged: () => void) {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const call = useCall();
  const { guard, drawer } = useStranding();
  const params = { id: String(provider.id) };
  const set = (status: Provider['status'], undo: boolean) =>
    call.run(async () => {
      await api.call('PATCH /providers/:id', { params, body: { status } });
      toasts.show({
        text: t(status === 'archived' ? 'providers.archived' : 'providers.restored', { name: provider.name }),
        ...(undo ? { undo: () => void set(status === 'archived' ? 'active' : 'archived', false) } : {}),
      });
      onChanged();
    });
  const archive = () =>
    guard(
      () => api.call('POST /providers/:id/impact', { params, body: { fields: { status: 'archived' } } }),
      () => set('archived', true),
    );
  return { run: () => void (provider.status === 'active' ? archive() : set('active', true)), drawer };
}
