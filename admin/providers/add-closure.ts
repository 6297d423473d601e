import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { isDay } from '../../widget/kit/days.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { SelectField, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Place } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { useUnsaved } from '../kit/unsaved.js';
import { faultOf, useCall } from '../team/use-call.js';
import { providerFault } from './provider-words.js';
import { useStranding } from './use-stranding.js';

export interface AddClosureProps {
  open: boolean;
  locations: readonly Place[];
  today: string;
  onClose: () => void;
  onAdded: () => void;
}

const formId = 'add-closure';
const submitForm = () => (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();
const fresh = { name: '', firstDay: '', lastDay: '', place: '' };

/** A panel for whole days on which nobody works, everywhere or at one location. */
export function AddClosure({ open, locations, today, onClose, onAdded }: AddClosureProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const [draft, setDraft] = useState(fresh);
  const [tried, setTried] = useState(false);
  const call = useCall((error) => providerFault(words, error));
  const { ask, dialog } = useUnsaved(open && JSON.stringify(draft) !== JSON.stringify(fresh));
  const stranding = useStranding();
  useEffect(() => {
    if (!open) return;
    setDraft(fresh);
    setTried(false);
    call.clear();
  }, [open]);
  const last = draft.lastDay || draft.firstDay;
  const errors: Record<string, string | undefined> = tried
    ? {
        name: draft.name.trim() ? undefined : t('providers.closureNameMissing'),
        firstDay: isDay(draft.firstDay) ? undefined : t('providers.dayMissing'),
        lastDay: isDay(last) && last < draft.firstDay ? t('providers.lastBeforeFirst') : undefined,
      }
    : {};
  const set = (some: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...some }));

  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget as HTMLFormElement;
    const missing = !draft.name.trim()
      ? 'name'
      : !isDay(draft.firstDay)
        ? 'firstDay'
        : last < draft.firstDay
          ? 'lastDay'
          : null;
    if (missing) return form.querySelector<HTMLInputElement>(`[name=${missing}]`)?.focus();
    const body = {
      name: draft.name,
      firstDay: draft.firstDay,
      lastDay: last,
      locationId: draft.place === '' ? null : Number(draft.place),
    };
    const save = () =>
      call.run(async () => {
        await api.call('POST /closures', { body });
        toasts.show({ text: t('providers.closureAdded', { name: draft.name }) });
        onAdded();
        onClose();
      });
    await stranding.guard(() => api.call('POST /closures/impact', { body }), save);
  };
  const close = () => ask(onClose);
  return html`${h(Drawer, {
    open,
    title: t('providers.addClosure'),
    closeLabel: t('common.close'),
    onClose: close,
    children: html`<form id=${formId} class="provider-form" novalidate onSubmit=${submit}>
      ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
      ${h(TextField, {
        label: t('providers.closureName'),
        name: 'name',
        maxLength: 120,
        hint: t('providers.closureNameHint'),
        value: draft.name,
        onValue: (name) => set({ name }),
        error: errors['name'] ?? faultOf(call, 'name'),
      })}
      <div class="provider-pair">
        ${h(TextField, {
          label: t('providers.firstDay'),
          name: 'firstDay',
          type: 'date',
          min: today,
          value: draft.firstDay,
          onValue: (firstDay) => set({ firstDay }),
          error: errors['firstDay'],
        })}
        ${h(TextField, {
          label: t('providers.lastDay'),
          note: t('providers.optional'),
          name: 'lastDay',
          type: 'date',
          min: draft.firstDay || today,
          value: draft.lastDay,
          onValue: (lastDay) => set({ lastDay }),
          error: errors['lastDay'],
        })}
      </div>
      ${h(SelectField, {
        label: t('providers.where'),
        name: 'place',
        value: draft.place,
        onValue: (place) => set({ place }),
        options: [
          { value: '', label: t('providers.everywhere') },
          ...locations
            .filter(({ status }) => status === 'active')
            .map(({ id, name }) => ({ value: String(id), label: name })),
        ],
      })}
      <button type="submit" hidden></button>
    </form>`,
    actions: html`${h(Button, { onPress: close, children: t('team.cancel') })}
      ${h(Button, { kind: 'primary', busy: call.busy || stranding.busy, onPress: submitForm, children: t('providers.addClosure') })}`,
  })}${dialog}${stranding.drawer}`;
}
