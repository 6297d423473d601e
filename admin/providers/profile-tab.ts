import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { PictureField } from '../customers/picture/picture-field.js';
import { sendPictureTo } from '../customers/picture/send-picture.js';
import { SaveBar } from '../kit/save-bar.js';
import { useUnsaved } from '../kit/unsaved.js';
import { faultOf, useCall } from '../team/use-call.js';
import { isFilled, profileChanges, profileOf } from './profile-draft.js';
import { ProfileFields } from './profile-fields.js';
import type { ProviderTabProps } from './provider-tab.js';
import { providerFault } from './provider-words.js';
import { useStranding } from './use-stranding.js';

/** Name, ways to reach the provider, picture, and where they work. */
export function ProfileTab({ provider, locations, readOnly, onChanged }: ProviderTabProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const params = { id: String(provider.id) };
  const [saved, setSaved] = useState(provider);
  const [draft, setDraft] = useState(() => profileOf(provider));
  const call = useCall((error) => providerFault(words, error));
  const changes = profileChanges(saved, draft);
  const { dialog } = useUnsaved(changes !== null);
  const stranding = useStranding();
  // What is newer on the server is shown unless something is being typed.
  useEffect(() => {
    if (changes !== null) return;
    setSaved(provider);
    setDraft(profileOf(provider));
  }, [provider]);

  const save = (body: NonNullable<typeof changes>, before: typeof body | null) =>
    call.run(async () => {
      const now = await api.call('PATCH /providers/:id', { params, body });
      setSaved(now);
      setDraft(profileOf(now));
      toasts.show({
        text: t('team.saved', { name: now.name }),
        ...(before ? { undo: () => void save(before, null) } : {}),
      });
      onChanged();
    });
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (!isFilled(draft)) return form.querySelector<HTMLInputElement>('[name=name]')?.focus();
    if (!changes) return;
    await stranding.guard(
      () => api.call('POST /providers/:id/impact', { params, body: { fields: changes } }),
      () => save(changes, profileChanges({ ...saved, ...changes }, profileOf(saved))),
    );
  };
  const shown = locations.filter(({ id, status }) => status === 'active' || saved.locations.includes(id));
  const picture = h(PictureField, {
    number: null,
    place: {
      send: (file, signal) => sendPictureTo(`/providers/${provider.id}/picture`, file, signal),
      remove: () => api.call('DELETE /providers/:id/picture', { params }),
    },
    picture: provider.picture,
    name: provider.name,
    may: !readOnly,
    onPicture: onChanged,
  });
  return html`<div class="provider-card provider-picture">${picture}</div>
  <form class="provider-form provider-card" novalidate onSubmit=${submit}>
    ${call.fault?.field === '' && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${h(ProfileFields, {
      draft,
      locations: shown,
      disabled: readOnly,
      onDraft: (some) => setDraft((before) => ({ ...before, ...some })),
      errorOf: (name) => (name === 'name' && !isFilled(draft) ? t('providers.nameMissing') : faultOf(call, name)),
    })}
    ${changes !== null && h(SaveBar, { busy: call.busy || stranding.busy, onUndo: () => setDraft(profileOf(saved)) })}
  </form>${dialog}${stranding.drawer}`;
}
