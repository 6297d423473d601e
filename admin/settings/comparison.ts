import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { SettingsWords } from './settings-words.js';
import type { Compared } from './transfer-page.js';

export interface ComparisonProps {
  words: SettingsWords;
  compared: Compared;
  busy: boolean;
  onApply: () => void;
  onCancel: () => void;
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a file would change, value by value, before anything is. */
export function Comparison({ words, compared, busy, onApply, onCancel }: ComparisonProps): View {
  const { t } = words;
  const { differences, unknown, faults } = compared;
  if (faults.length > 0)
    return h(Notice, {
      meaning: 'danger',
      urgent: true,
      title: t('settings.fileFaults'),
      children: html`<ul>${faults.map(({ name, message }) => html`<li><code>${name}</code> ${message}</li>`)}</ul>`,
    });
  return html`<div class="settings-compared" role="group" aria-label=${t('settings.differences')}>
    ${
      unknown.length > 0 &&
      h(Notice, { meaning: 'warning', title: t('settings.fileUnknown'), children: unknown.join(', ') })
    }
    ${
      differences.length === 0
        ? h(Notice, { children: t('settings.fileSame') })
        : html`<table class="settings-fields">
            <thead>
              <tr>
                <th scope="col">${t('settings.setting')}</th>
                <th scope="col">${t('settings.now')}</th>
                <th scope="col">${t('settings.then')}</th>
              </tr>
            </thead>
            <tbody>
              ${differences.map(
                ({ name, from, to }) => html`<tr key=${name}>
                  <th scope="row"><code>${name}</code></th>
                  <td>${written(from)}</td>
                  <td>${written(to)}</td>
                </tr>`,
              )}
            </tbody>
          </table>`
    }
    <div class="settings-choices">
      ${h(Button, { onPress: onCancel, children: t('settings.cancel') })}
      ${
        differences.length > 0 &&
        h(Button, {
          kind: 'primary',
          busy,
          onPress: onApply,
          children: t('settings.fileApply', { count: differences.length }),
        })
      }
    </div>
  </div>`;
}
