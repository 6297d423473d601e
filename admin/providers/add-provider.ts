import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Drawer } from '../../widget/kit/dialog.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Place } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { useUnsaved } from '../kit/unsaved.js';
import { faultOf, useCall } from '../team/use-call.js';
import type { ProfileDraft } from './profile-draft.js';
import { emptyProfile, isFilled, profileFields } from './profile-draft.js';
import { ProfileFields } from './profile-fields.js';
import { providerFault } from './provider-words.js';

export interface AddProviderProps {
  open: boolean;
  locations: readonly Place[];
  onClose: () => void;
  onAdded: (id: number) => void;
}

const formId = 'add-provider';
const submitForm = () => (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();

/** A panel for a new provider: who, and where. Services and hours follow on the provider's own page. */
export function AddProvider({ open, locations, onClose, onAdded }: AddProviderProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const active = locations.filter(({ status }) => status === 'active');
  const fresh = (): ProfileDraft => emptyProfile(active.length === 1 ? active.map(({ id }) => id) : []);
  const [draft, setDraft] = useState<ProfileDraft>(fresh);
  const [tried, setTried] = useState(false);
  const call = useCall((error) => providerFault(words, error));
  const dirty = open && JSON.stringify(draft) !== JSON.stringify(fresh());
  const { ask, dialog } = useUnsaved(dirty);
  useEffect(() => {
    if (!open) return;
    setDraft(fresh());
    setTried(false);
    call.clear();
  }, [open]);

  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!isFilled(draft)) {
      (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('[name=name]')?.focus();
      return;
    }
    await call.run(async () => {
      const added = await api.call('POST /providers', { body: profileFields(draft) });
      toasts.show({ text: t('providers.added', { name: added.name }) });
      onAdded(added.id);
    });
  };
  const close = () => ask(onClose);
  return html`${h(Drawer, {
    open,
    title: t('providers.add'),
    closeLabel: t('common.close'),
    onClose: close,
    children: html`<form id=${formId} class="provider-form" novalidate onSubmit=${submit}>
      ${call.fault?.field === '' && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
      ${h(ProfileFields, {
        draft,
        locations: active,
        onDraft: (some) => setDraft((before) => ({ ...before, ...some })),
        errorOf: (name) =>
          tried && name === 'name' && !draft.name.trim() ? t('providers.nameMissing') : faultOf(call, name),
      })}
      <button type="submit" hidden></button>
    </form>`,
    actions: html`${h(Button, { onPress: close, children: t('team.cancel') })}
      ${h(Button, { kind: 'primary', busy: call.busy, onPress: submitForm, children: t('providers.add') })}`,
  })}${dialog}`;
}
