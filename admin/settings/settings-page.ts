import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { AdminApi } from '../../server/api.js';
import { ApiError } from '../../widget/kit/api.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { SaveBar } from '../kit/save-bar.js';
import { useUnsaved } from '../kit/unsaved.js';
import { BirthdaySettings } from './birthday-settings.js';
import { FieldTable } from './field-table.js';
import { NationalitySettings } from './nationality-settings.js';
import type { SettingsDraft } from './settings-draft.js';
import { changesOf, draftOf, isPageSize } from './settings-draft.js';
import css from './settings-page.css';

style(css);

export type AdminSettings = AdminApi['GET /settings']['answer'];

/** How the business wants the admin and its forms: lists, customer fields, nationality. */
export function SettingsPage(): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const loaded = useLoad('settings', (signal) => api.call('GET /settings', { signal }));
  const [saved, setSaved] = useState<AdminSettings | undefined>();
  // What was loaded first stays until it is saved: a refresh must not take away what is being changed.
  const [first, setFirst] = useState<AdminSettings | undefined>();
  if (!first && loaded.data) setFirst(loaded.data);
  const settings = saved ?? first;
  return h(Page, {
    title: t('settings.title'),
    children: settings
      ? h(Sections, { settings, onSaved: setSaved })
      : loaded.error !== undefined && !loaded.waiting
        ? h(Problem, { error: loaded.error, onRetry: loaded.reload })
        : h(Skeleton, { rows: 8, height: 48, label: t('common.loading') }),
  });
}

function Sections({
  settings,
  onSaved,
}: {
  settings: AdminSettings;
  onSaved: (settings: AdminSettings) => void;
}): View {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const [draft, setDraft] = useState<SettingsDraft>(() => draftOf(settings));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const changes = changesOf(settings, draft);
  const dirty = Object.keys(changes).length > 0;
  const { dialog } = useUnsaved(dirty);
  const set = (some: Partial<SettingsDraft>) => setDraft((before) => ({ ...before, ...some }));
  const wrong = left && !isPageSize(draft.pageSize);

  const save = async () => {
    setLeft(true);
    setProblem(null);
    if (!isPageSize(draft.pageSize)) {
      document.querySelector<HTMLElement>('[name=pageSize]')?.focus();
      return;
    }
    setBusy(true);
    try {
      const now = await api.call('PATCH /settings', { body: changes });
      onSaved(now);
      setDraft(draftOf(now));
      toasts.show({ text: t('settings.saved') });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      setProblem(errorWords(words, error));
    }
    setBusy(false);
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (dirty) void save();
  };
  return html`<form class="settings" novalidate onSubmit=${onSubmit}>
    <section aria-labelledby="settings-lists">
      <h2 id="settings-lists">${t('settings.lists')}</h2>
      <div class="settings-short">
        ${h(TextField, {
          label: t('settings.pageSize'),
          name: 'pageSize',
          type: 'number',
          min: 10,
          max: 200,
          value: draft.pageSize,
          onValue: (pageSize) => set({ pageSize }),
          onLeave: () => setLeft(true),
          hint: t('settings.pageSizeHint'),
          error: wrong ? t('settings.pageSizeWrong') : undefined,
        })}
      </div>
    </section>
    ${h(BirthdaySettings, { draft, onDraft: set })}
    <section aria-labelledby="settings-fields">
      <h2 id="settings-fields">${t('settings.fields')}</h2>
      <p class="settings-text">${t('settings.fieldsText')}</p>
      ${h(FieldTable, {
        fields: draft.customerFields,
        choices: settings.customerFieldChoices,
        onFields: (customerFields) => set({ customerFields }),
      })}
    </section>
    ${h(NationalitySettings, { draft, onDraft: set })}
    ${problem !== null && h(Notice, { meaning: 'danger', urgent: true, children: problem })}
    ${dirty && h(SaveBar, { busy, onUndo: () => setDraft(draftOf(settings)), saveLabel: t('settings.save') })}
  </form>
  ${dialog}`;
}
