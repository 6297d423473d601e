import { Plus, X } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { FormProps, FormRules } from './settings-form.js';
import { differing, settingsPage, useSettingsForm } from './settings-form.js';
import { Section } from './settings-section.js';

const rules: FormRules<{ allowedSites: string[] }> = {
  draftOf: ({ allowedSites }) => ({ allowedSites }),
  changesOf: (settings, draft) => differing(settings, draft, ['allowedSites']),
};

/** The origin of what was typed or pasted, `https://` where no scheme was; null where it is no site. */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d+(?:\/|$)/.test(text) ? text : `https://${text}`;
  if (!/^https?:\/\/[^\s*@\\]+$/i.test(address) || !URL.canParse(address)) return null;
  const { origin, hostname } = new URL(address);
  return hostname.includes('.') || hostname === 'localhost' ? origin : null;
}

/** Whose pages may show the booking (ATTACKS S84 to S86). */
function SitesForm(props: FormProps): View {
  const { words, draft, set, frame } = useSettingsForm(props, rules);
  const { t } = words;
  const { allowedSites } = draft;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = () => {
    const origin = originOf(typed);
    setWrong(origin === null);
    if (origin === null) return;
    setTyped('');
    if (!allowedSites.includes(origin)) set({ allowedSites: [...allowedSites, origin] });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return frame(
    h(Section, {
      title: t('settings.sites'),
      text: t('settings.sitesText'),
      children: html`
        ${
          allowedSites.length === 0
            ? h(Notice, { title: t('settings.sitesAny'), children: t('settings.sitesAnyText') })
            : html`<ul class="settings-list">
                ${allowedSites.map(
                  (site) => html`<li key=${site}>
                    <span dir="ltr">${site}</span>
                    ${h(Button, {
                      kind: 'quiet',
                      size: 'small',
                      icon: X,
                      label: t('settings.sitesRemove', { site }),
                      onPress: () => set({ allowedSites: allowedSites.filter((each) => each !== site) }),
                    })}
                  </li>`,
                )}
              </ul>`
        }
        <div class="settings-add" onKeyDown=${onKey}>
          ${h(TextField, {
            label: t('settings.sitesAdd'),
            name: 'site',
            type: 'url',
            maxLength: 300,
            placeholder: 'https://www.example.com',
            value: typed,
            onValue: (text) => {
              setWrong(false);
              setTyped(text);
            },
            hint: t('settings.sitesHint'),
            error: wrong ? t('settings.sitesWrong') : undefined,
          })}
          ${h(Button, { icon: Plus, onPress: add, children: t('settings.add') })}
        </div>
      `,
    }),
  );
}

export const SitesPage = settingsPage('sites', SitesForm);
