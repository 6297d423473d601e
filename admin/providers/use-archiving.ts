import type { Provider } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { useCall } from '../team/use-call.js';

/** Puts a provider away or takes them back, with undo. */
export function useArchiving(provider: Provider, onChanged: () => void) {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const call = useCall();
  const set = (status: Provider['status'], undo: boolean) =>
    call.run(async () => {
      await api.call('PATCH /providers/:id', { params: { id: String(provider.id) }, body: { status } });
      toasts.show({
        text: t(status === 'archived' ? 'providers.archived' : 'providers.restored', { name: provider.name }),
        ...(undo ? { undo: () => void set(status === 'archived' ? 'active' : 'archived', false) } : {}),
      });
      onChanged();
    });
  return {
    run: () => void set(provider.status === 'active' ? 'archived' : 'active', true),
    dialog: null,
  };
}
