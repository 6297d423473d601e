import { h } from 'preact';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { FieldTable } from './field-table.js';
import { NationalitySettings } from './nationality-settings.js';
import type { AdminSettings, FormProps, FormRules, SettingsChange } from './settings-form.js';
import { settingsPage, useSettingsForm } from './settings-form.js';
import { Section } from './settings-section.js';

export interface FieldsDraft {
  /** '' for none. */
  defaultNationality: string;
  customerFields: AdminSettings['customerFields'];
  requiredSensitive: AdminSettings['requiredSensitive'];
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const rules: FormRules<FieldsDraft> = {
  draftOf: ({ defaultNationality, customerFields, requiredSensitive }) => ({
    defaultNationality: defaultNationality ?? '',
    customerFields,
    requiredSensitive,
  }),
  /** Of the fields and profiles too, only those that differ. */
  changesOf(before, draft) {
    const changes: SettingsChange = {};
    if (draft.defaultNationality !== (before.defaultNationality ?? ''))
      changes.defaultNationality = draft.defaultNationality || null;
    const fields = Object.entries(draft.customerFields).filter(
      ([name, uses]) => !same(uses, before.customerFields[name as keyof typeof before.customerFields]),
    );
    if (fields.length > 0) changes.customerFields = Object.fromEntries(fields);
    const required = Object.entries(draft.requiredSensitive).filter(
      ([profile, names]) => !same(names, before.requiredSensitive[profile] ?? {}),
    );
    if (required.length > 0) changes.requiredSensitive = Object.fromEntries(required);
    return changes;
  },
};

/** What is asked about a customer, and of whom (A014 to A018, A022). */
function FieldsForm(props: FormProps): View {
  const { words, draft, set, frame } = useSettingsForm(props, rules);
  const { t } = words;
  return frame(html`
    ${h(Section, {
      title: t('settings.fields'),
      text: t('settings.fieldsText'),
      children: h(FieldTable, {
        fields: draft.customerFields,
        choices: props.settings.customerFieldChoices,
        onFields: (customerFields) => set({ customerFields }),
      }),
    })}
    ${h(NationalitySettings, { draft, onDraft: set })}
  `);
}

export const FieldsPage = settingsPage('fields', FieldsForm);
