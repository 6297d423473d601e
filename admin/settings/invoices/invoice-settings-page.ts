import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { AdminApi } from '../../../server/api.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';
import { Problem } from '../../kit/problem.js';
import { SaveBar } from '../../kit/save-bar.js';
import { useUnsaved } from '../../kit/unsaved.js';
import { useCall } from '../../team/use-call.js';
import { SettingsFrame } from '../settings-frame.js';
import type { InvoiceSettingsDraft } from './invoice-settings-draft.js';
import { changesOf, draftOf, faultsOf } from './invoice-settings-draft.js';
import { InvoiceSettingsFields } from './invoice-settings-fields.js';

type Settings = AdminApi['GET /settings']['answer'];

/** The page of the settings about invoices (A125). */
export function InvoiceSettingsPage(): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const loaded = useLoad('settings', (signal) => api.call('GET /settings', { signal }));
  // What was loaded first stays until it is saved: a refresh must not take away what is being changed.
  const [settings, setSettings] = useState<Settings | undefined>();
  if (!settings && loaded.data) setSettings(loaded.data);
  return h(SettingsFrame, {
    place: 'invoices',
    children: settings
      ? h(InvoiceSettings, { settings, onSaved: setSettings })
      : loaded.error !== undefined && !loaded.waiting
        ? h(Problem, { error: loaded.error, onRetry: loaded.reload })
        : h(Skeleton, { rows: 8, height: 48, label: t('common.loading') }),
  });
}

export interface InvoiceSettingsProps {
  settings: Settings;
  onSaved: (settings: Settings) => void;
}

/** The form alone. Saving can be undone from the message that says so. */
export function InvoiceSettings({ settings, onSaved }: InvoiceSettingsProps): View {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const [draft, setDraft] = useState<InvoiceSettingsDraft>(() => draftOf(settings, language));
  const [shown, setShown] = useState<readonly string[]>([]);
  const element = useRef<HTMLFormElement>(null);
  const call = useCall();
  const next = useLoad(
    `next ${settings.invoicePrefix} ${settings.creditNotePrefix} ${settings.invoiceFirstNumber}`,
    (signal) => api.call('GET /invoices/next-numbers', { signal }),
  );
  const faults = faultsOf(draft);
  const changes = changesOf(settings, draft);
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(settings, language));
  const { dialog } = useUnsaved(dirty);

  const send = (body: AdminApi['PATCH /settings']['body'], undo: typeof body | null) =>
    call.run(async () => {
      const now = await api.call('PATCH /settings', { body });
      onSaved(now);
      setDraft(draftOf(now, language));
      toasts.show({ text: t('invoiceSettings.saved'), ...(undo ? { undo: () => void send(undo, null) } : {}) });
    });
  const onSubmit = (event: Event) => {
    event.preventDefault();
    setShown(faults);
    if (faults.length > 0) {
      setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    } else if (dirty) {
      const before = Object.fromEntries(Object.keys(changes).map((name) => [name, settings[name as keyof Settings]]));
      void send(changes, before as typeof changes);
    }
  };
  const errorOf = (name: keyof InvoiceSettingsDraft): string | undefined =>
    shown.includes(name) && faults.includes(name) ? t(`invoiceSettings.wrong.${name as 'prefix'}`) : undefined;
  return html`<form ref=${element} class="settings" novalidate onSubmit=${onSubmit}>
    ${h(InvoiceSettingsFields, { draft, onDraft: (some) => setDraft((before) => ({ ...before, ...some })), errorOf, next: next.data })}
    ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${dirty && h(SaveBar, { busy: call.busy, onUndo: () => setDraft(draftOf(settings, language)) })}
    ${dialog}
  </form>`;
}
