import { h } from 'preact';
import { TextArea } from '../../widget/kit/field.js';
import { dateFormat } from '../../widget/kit/formatters.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import type { FormProps, FormRules } from './settings-form.js';
import { differing, settingsPage, useSettingsForm } from './settings-form.js';
import { Section } from './settings-section.js';
import type { SettingsWords } from './settings-words.js';

const rules: FormRules<{ termsText: string }> = {
  draftOf: ({ termsText }) => ({ termsText }),
  changesOf: (settings, draft) => differing(settings, draft, ['termsText']),
};

/** What visitors agree to when they book, and everything they ever agreed to. */
function TermsForm(props: FormProps): View {
  const { words, draft, set, faults, frame } = useSettingsForm(props, rules);
  const { t } = words;
  return frame(html`
    ${h(Section, {
      title: t('settings.terms'),
      text: t('settings.termsText'),
      children: h(TextArea, {
        label: t('settings.termsLabel'),
        name: 'termsText',
        rows: 10,
        maxLength: 20_000,
        value: draft.termsText,
        onValue: (termsText) => set({ termsText }),
        hint: t('settings.termsHint'),
        error: faults['termsText'],
      }),
    })}
    ${h(History, { words, now: props.settings.termsText })}
  `);
}

function History({ words, now }: { words: SettingsWords; now: string }): View | null {
  const { api } = useAdmin();
  const { t, language } = words;
  const { data } = useLoad(`terms ${now}`, (signal) => api.call('GET /settings/terms', { signal }));
  if (!data || data.items.length < 2) return null;
  const told = dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return h(Section, {
    title: t('settings.termsBefore'),
    text: t('settings.termsBeforeText'),
    children: html`<div class="settings-profiles">
      ${data.items.map(
        ({ version, text, createdAt }) => html`<details key=${version}>
          <summary>
            <span>${createdAt ? told.format(new Date(createdAt)) : t('settings.termsFirst')}</span>
            <span class="settings-fixed">${version === data.current ? t('settings.termsCurrent') : version}</span>
          </summary>
          <p class="settings-terms" dir="auto">${text}</p>
        </details>`,
      )}
    </div>`,
  });
}

export const TermsPage = settingsPage('terms', TermsForm);
