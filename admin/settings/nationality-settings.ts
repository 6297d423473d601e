import { h } from 'preact';
import { Checkbox } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { countryOptions, labelOf } from '../customers/record/choices.js';
import type { ProfileField } from '../customers/sensitive/profiles.js';
import { fieldLabel, useProfiles } from '../customers/sensitive/profiles.js';
import { ComboField } from '../kit/combo-field.js';
import type { FieldsDraft } from './fields-page.js';

export interface NationalitySettingsProps {
  draft: FieldsDraft;
  onDraft: (some: Partial<FieldsDraft>) => void;
}

/** The nationality that is preselected, and which ID numbers each calls for (FEATURES A022, A023). */
export function NationalitySettings({ draft, onDraft }: NationalitySettingsProps): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const { data } = useProfiles();
  const countries = countryOptions(language);
  const isRequired = (profile: string, { name, required }: ProfileField) =>
    draft.requiredSensitive[profile]?.[name] ?? required;
  const set = (profile: string, name: string, required: boolean) =>
    onDraft({
      requiredSensitive: {
        ...draft.requiredSensitive,
        [profile]: { ...draft.requiredSensitive[profile], [name]: required },
      },
    });
  const profile = (country: string | null, fields: readonly ProfileField[]) => {
    const key = country ?? 'general';
    const count = fields.filter((field) => isRequired(key, field)).length;
    return html`<details key=${key}>
      <summary>
        <span>${country === null ? t('settings.otherCountries') : labelOf(countries, country)}</span>
        ${count > 0 && html`<span class="settings-fixed">${t('settings.requiredCount', { count })}</span>`}
      </summary>
      ${fields.map((field) =>
        h(Checkbox, {
          key: field.name,
          name: `${key}.${field.name}`,
          label: fieldLabel(words, field.name, field.label),
          checked: isRequired(key, field),
          onChecked: (checked) => set(key, field.name, checked),
        }),
      )}
    </details>`;
  };
  const sorted = [...(data?.profiles ?? [])].sort((left, right) => rank(left.country) - rank(right.country));
  return html`<section aria-labelledby="settings-nationality">
    <h2 id="settings-nationality">${t('settings.nationality')}</h2>
    <div class="settings-short">
      ${h(ComboField, {
        label: t('settings.defaultNationality'),
        name: 'defaultNationality',
        value: draft.defaultNationality,
        options: countries,
        noneLabel: t('settings.noMatch'),
        hint: t('settings.defaultNationalityHint'),
        onValue: (defaultNationality) => onDraft({ defaultNationality }),
      })}
    </div>
    <h3>${t('settings.required')}</h3>
    <p class="settings-text">${t('settings.requiredText')}</p>
    <div class="settings-profiles">${sorted.map(({ country, fields }) => profile(country, fields))}</div>
  </section>`;

  function rank(country: string | null): number {
    return country === null ? countries.length : countries.findIndex(({ value }) => value === country);
  }
}
