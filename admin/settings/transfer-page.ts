import { Download } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { AdminApi } from '../../server/api.js';
import { ApiError } from '../../widget/kit/api.js';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import { Comparison } from './comparison.js';
import { SettingsFrame } from './settings-frame.js';
import { Section } from './settings-section.js';
import { settingsWords } from './settings-words.js';

type SettingsFile = AdminApi['PUT /settings/file']['body'];
export type Compared = AdminApi['POST /settings/file/comparison']['answer'];

/** Larger than all settings can be. */
const largestFile = 500_000;

/** Settings as a file: out of here, and in from elsewhere after a look at what would change. */
export function TransferPage(): View {
  const { api, words: adminWords, toasts, sessionEnded } = useAdmin();
  const words = settingsWords(adminWords.language);
  const { t } = words;
  const [chosen, setChosen] = useState<{ file: SettingsFile; compared: Compared } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const told = async (work: () => Promise<void>) => {
    setProblem(null);
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      const isWrong = !(error instanceof ApiError) || error.code === 'invalid_request';
      setProblem(isWrong ? t('settings.fileWrong') : errorWords(words, error));
    } finally {
      setBusy(false);
    }
  };
  const take = () =>
    told(async () => {
      const file = await api.call('GET /settings/file', {});
      const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
      Object.assign(document.createElement('a'), { href: address, download: 'bookpane-settings.json' }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    });
  const compare = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [given] = input.files ?? [];
    input.value = '';
    setChosen(null);
    if (!given) return;
    void told(async () => {
      if (given.size > largestFile) throw new Error('too large');
      const file = JSON.parse(await given.text()) as SettingsFile;
      setChosen({ file, compared: await api.call('POST /settings/file/comparison', { body: file }) });
    });
  };
  const apply = () =>
    told(async () => {
      if (!chosen) return;
      await api.call('PUT /settings/file', { body: chosen.file });
      setChosen(null);
      toasts.show({ text: t('settings.fileTaken') });
    });
  return h(SettingsFrame, {
    place: 'transfer',
    children: html`<div class="settings">
      ${h(Section, {
        title: t('settings.export'),
        text: t('settings.exportText'),
        children: html`<div>${h(Button, { icon: Download, onPress: take, busy: busy && !chosen, children: t('settings.exportDo') })}</div>`,
      })}
      ${h(Section, {
        title: t('settings.import'),
        text: t('settings.importText'),
        children: html`
          <label class="settings-file button secondary">
            <input type="file" accept=".json,application/json" onChange=${compare} />
            <span>${t('settings.importDo')}</span>
          </label>
          ${problem !== null && h(Notice, { meaning: 'danger', urgent: true, children: problem })}
          ${chosen && h(Comparison, { words, compared: chosen.compared, busy, onApply: apply, onCancel: () => setChosen(null) })}
        `,
      })}
    </div>`,
  });
}
