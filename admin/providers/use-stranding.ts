import { h } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import type { View } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import { StrandedDrawer } from './stranded-drawer.js';
import type { Choice, Stranded, StrandedAppointment } from './stranded-words.js';

export interface Stranding {
  /**
   * Asks what a change would strand; saves at once when that is nothing, else once somebody has seen the list and decided. `save`
   * answers whether it worked.
   */
  guard(look: () => Promise<Stranded>, save: () => Promise<boolean>): Promise<void>;
  busy: boolean;
  drawer: View;
}

/** Before a change of somebody's time is saved, the appointments that it would strand, with what to do about each. */
export function useStranding(): Stranding {
  const admin = useAdmin();
  const { api, words, toasts, sessionEnded } = admin;
  const { t } = words;
  const [asking, setAsking] = useState<{ stranded: Stranded; save: () => Promise<boolean> } | null>(null);
  const [busy, setBusy] = useState(false);

  const guard: Stranding['guard'] = async (look, save) => {
    setBusy(true);
    try {
      const stranded = await look();
      if (stranded.total === 0) await save();
      else setAsking({ stranded, save });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') sessionEnded();
      // What saving refuses, looking refuses in the same way: the form says it at the field.
      else if (error instanceof ApiError && error.status > 0 && error.status < 500) await save();
      else toasts.show({ kind: 'danger', text: errorWords(words, error) });
    }
    setBusy(false);
  };

  const carryOut = async (item: StrandedAppointment, choice: Choice, notify: boolean): Promise<void> => {
    if (choice === 'cancel') {
      const body = { ids: [item.id], action: 'cancelled' as const, notify };
      const { skipped } = await api.call('POST /appointments/bulk', { body });
      if (skipped.length > 0) throw new ApiError(skipped[0]?.code ?? 'internal', 409);
    } else if (choice !== 'keep') {
      const body = { start: item.start, provider: choice, version: item.version, notify };
      await api.call('POST /appointments/:id/rescheduling', { params: { id: String(item.id) }, body });
    }
  };
  const confirm = async (choices: ReadonlyMap<number, Choice>, notify: boolean) => {
    if (!asking) return;
    setBusy(true);
    const saved = await asking.save();
    setBusy(false);
    setAsking(null);
    if (!saved) return;
    const wanted = asking.stranded.items.filter(({ id }) => (choices.get(id) ?? 'keep') !== 'keep');
    const failed: StrandedAppointment[] = [];
    for (const item of wanted) {
      try {
        await carryOut(item, choices.get(item.id) ?? 'keep', notify);
      } catch {
        failed.push(item);
      }
    }
    if (wanted.length > failed.length)
      toasts.show({ text: t('stranded.done', { count: wanted.length - failed.length }) });
    if (failed.length > 0)
      toasts.show({
        kind: 'danger',
        text: t('stranded.failed', {
          count: failed.length,
          who: failed.flatMap(({ customers }) => customers).join(', '),
        }),
      });
  };
  const drawer = h(StrandedDrawer, {
    stranded: asking?.stranded ?? null,
    busy,
    onClose: () => setAsking(null),
    onConfirm: (choices, notify) => void confirm(choices, notify),
  });
  return { guard, busy, drawer };
}
