import { h } from 'preact';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { BirthdaySettings } from './birthday-settings.js';
import type { FormProps, FormRules } from './settings-form.js';
import { differing, settingsPage, useSettingsForm } from './settings-form.js';
import { Section } from './settings-section.js';

interface GeneralDraft {
  /** As typed. */
  pageSize: string;
  birthdayGreeting: boolean;
  birthdayHour: number;
}

const isPageSize = (text: string): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= 10 && Number(text) <= 200;

const rules: FormRules<GeneralDraft> = {
  draftOf: ({ pageSize, birthdayGreeting, birthdayHour }) => ({
    pageSize: String(pageSize),
    birthdayGreeting,
    birthdayHour,
  }),
  changesOf: (settings, draft) =>
    differing(settings, { ...draft, pageSize: isPageSize(draft.pageSize) ? Number(draft.pageSize) : -1 }, [
      'pageSize',
      'birthdayGreeting',
      'birthdayHour',
    ]),
  faultsOf: ({ t }, { pageSize }) => (isPageSize(pageSize) ? {} : { pageSize: t('settings.pageSizeWrong') }),
};

/** Lists and greetings (A051, A118). */
function GeneralForm(props: FormProps): View {
  const { words, draft, set, faults, frame } = useSettingsForm(props, rules);
  const { t } = words;
  return frame(html`
    ${h(Section, {
      title: t('settings.lists'),
      children: html`<div class="settings-short">${h(TextField, {
        label: t('settings.pageSize'),
        name: 'pageSize',
        type: 'number',
        min: 10,
        max: 200,
        value: draft.pageSize,
        onValue: (pageSize) => set({ pageSize }),
        hint: t('settings.pageSizeHint'),
        error: faults['pageSize'],
      })}</div>`,
    })}
    ${h(BirthdaySettings, { draft, onDraft: set })}
  `);
}

export const GeneralPage = settingsPage('general', GeneralForm);
