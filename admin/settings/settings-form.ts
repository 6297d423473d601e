import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { AdminApi } from '../../server/api.js';
import { ApiError } from '../../widget/kit/api.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import { useLoad } from '../kit/load.js';
import { Problem } from '../kit/problem.js';
import { SaveBar } from '../kit/save-bar.js';
import { useUnsaved } from '../kit/unsaved.js';
import type { PageView } from '../routes.js';
import { SettingsFrame } from './settings-frame.js';
import type { SettingsPlaceName } from './settings-places.js';
import type { SettingsWords } from './settings-words.js';
import { settingsWords } from './settings-words.js';

export type AdminSettings = AdminApi['GET /settings']['answer'];
export type SettingsChange = AdminApi['PATCH /settings']['body'];
export type Faults = Readonly<Partial<Record<string, string>>>;

export interface FormProps {
  settings: AdminSettings;
  onSaved: (settings: AdminSettings) => void;
}

/** How a page's draft is made of the settings, and what of it goes back. */
export interface FormRules<Draft> {
  draftOf(settings: AdminSettings): Draft;
  /** Only what differs goes to the server, so that two who change different things keep both. */
  changesOf(settings: AdminSettings, draft: Draft): SettingsChange;
  faultsOf?(words: SettingsWords, draft: Draft): Faults;
}

/** A page of the settings: loads them, then shows its form. */
export const settingsPage =
  (place: SettingsPlaceName, Form: (props: FormProps) => View, wide = false): PageView =>
  () => {
    const { api, words } = useAdmin();
    const loaded = useLoad('settings', (signal) => api.call('GET /settings', { signal }));
    const [saved, setSaved] = useState<AdminSettings | undefined>();
    // What was loaded first stays until it is saved: a refresh must not take away what is being changed.
    const [first, setFirst] = useState<AdminSettings | undefined>();
    if (!first && loaded.data) setFirst(loaded.data);
    const settings = saved ?? first;
    const waiting = () =>
      loaded.error !== undefined && !loaded.waiting
        ? h(Problem, { error: loaded.error, onRetry: loaded.reload })
        : h(Skeleton, { rows: 6, height: 56, label: words.t('common.loading') });
    return h(SettingsFrame, {
      place,
      wide,
      children: settings ? h(Form, { settings, onSaved: setSaved }) : waiting(),
    });
  };

export interface SettingsForm<Draft> {
  words: SettingsWords;
  draft: Draft;
  set(some: Partial<Draft>): void;
  faults: Faults;
  /** Around the form’s sections. */
  frame(children: ComponentChildren): View;
}

/** The state of one form: its draft, what is wrong with it, saving, and the question before it is left. */
export function useSettingsForm<Draft extends object>(
  { settings, onSaved }: FormProps,
  rules: FormRules<Draft>,
): SettingsForm<Draft> {
  const { api, words: adminWords, toasts, sessionEnded } = useAdmin();
  const words = settingsWords(adminWords.language);
  const [draft, setDraft] = useState<Draft>(() => rules.draftOf(settings));
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [refused, setRefused] = useState<Faults>({});
  const changes = rules.changesOf(settings, draft);
  const dirty = Object.keys(changes).length > 0;
  const { dialog } = useUnsaved(dirty);
  const found = rules.faultsOf?.(words, draft) ?? {};
  const faults = { ...refused, ...(tried ? found : {}) };

  const save = async () => {
    setTried(true);
    setProblem(null);
    const [wrong] = Object.keys(found);
    if (wrong) return document.querySelector<HTMLElement>(`.settings [name="${wrong}"]`)?.focus();
    setBusy(true);
    try {
      const now = await api.call('PATCH /settings', { body: changes });
      onSaved(now);
      setDraft(rules.draftOf(now));
      setTried(false);
      toasts.show({ text: words.t('settings.saved') });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      const field =
        error instanceof ApiError && error.code === 'invalid_request' ? error.field?.split('.')[0] : undefined;
      if (field) setRefused({ [field]: words.t('settings.wrong') });
      else setProblem(errorWords(words, error));
    }
    setBusy(false);
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (dirty) void save();
  };
  const undo = () => {
    setTried(false);
    setRefused({});
    setDraft(rules.draftOf(settings));
  };
  return {
    words,
    draft,
    faults,
    set(some) {
      setRefused({});
      setDraft((before) => ({ ...before, ...some }));
    },
    frame: (children) => html`<form class="settings" novalidate onSubmit=${onSubmit}>
      ${children}
      ${problem !== null && h(Notice, { meaning: 'danger', urgent: true, children: problem })}
      ${dirty && h(SaveBar, { busy, onUndo: undo, saveLabel: words.t('settings.save') })}
    </form>${dialog}`,
  };
}

/** Of these settings, those that the draft has otherwise. */
export function differing<Name extends keyof AdminSettings & keyof SettingsChange>(
  settings: AdminSettings,
  draft: Pick<AdminSettings, Name>,
  names: readonly Name[],
): SettingsChange {
  const changed = names.filter((name) => JSON.stringify(settings[name]) !== JSON.stringify(draft[name]));
  return Object.fromEntries(changed.map((name) => [name, draft[name]])) as SettingsChange;
}
