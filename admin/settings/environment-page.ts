import { Lock } from 'lucide';
import { h } from 'preact';
import { Badge } from '../../widget/kit/badge.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import { Problem } from '../kit/problem.js';
import { SettingsFrame } from './settings-frame.js';
import { Section } from './settings-section.js';
import { settingsWords } from './settings-words.js';

const explained = [
  'BOOKPANE_PUBLIC_URL',
  'SMTP_URL',
  'BOOKPANE_MAIL_FROM',
  'DATABASE_URL',
  'BOOKPANE_DATA_DIR',
  'BOOKPANE_SECRET',
  'BOOKPANE_SENSITIVE_KEY',
  'PORT',
  'BOOKPANE_HOST',
  'BOOKPANE_TRUST_PROXY',
  'BOOKPANE_RATE_LIMITS',
  'BOOKPANE_DEMO',
  'BOOKPANE_LOG_LEVEL',
] as const;

/** What is decided where the server is started: read only, each with its variable (A125). */
export function EnvironmentPage(): View {
  const { api, words: adminWords } = useAdmin();
  const words = settingsWords(adminWords.language);
  const { t } = words;
  const { data, error, waiting, reload } = useLoad('environment', (signal) =>
    api.call('GET /settings/environment', { signal }),
  );
  const shown = (value: string | null, given: boolean) =>
    value === null
      ? t(given ? 'settings.secretSet' : 'settings.secretKept')
      : value === ''
        ? t('settings.notSet')
        : html`<span dir="ltr">${value}</span>`;
  const table = () => html`<table class="settings-fields settings-locked">
    <thead>
      <tr>
        <th scope="col">${t('settings.variable')}</th>
        <th scope="col">${t('settings.value')}</th>
      </tr>
    </thead>
    <tbody>
      ${data?.items.map(({ variable, value, given }) => {
        const name = explained.find((each) => each === variable);
        return html`<tr key=${variable}>
          <th scope="row">
            ${name && html`<span>${t(`settings.env.${name}`)}</span>`}
            <code>${variable}</code>
          </th>
          <td>
            ${shown(value, given)} ${given && h(Badge, { icon: Lock, children: t('settings.locked') })}
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
  return h(SettingsFrame, {
    place: 'environment',
    children: html`<div class="settings">
      ${h(Section, {
        title: t('settings.environment'),
        text: t('settings.environmentText'),
        children: data
          ? table()
          : error !== undefined && !waiting
            ? h(Problem, { error, onRetry: reload })
            : h(Skeleton, { rows: 8, height: 48, label: t('common.loading') }),
      })}
    </div>`,
  });
}
