import { h } from 'preact';
import { countries } from '../../widget/kit/countries.js';
import { SelectField, TextArea, TextField } from '../../widget/kit/field.js';
import { dateFormat } from '../../widget/kit/formatters.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { ComboField } from '../kit/combo-field.js';
import { namedOptions, siteLanguages, zoneOptions } from './place-options.js';
import type { AdminSettings, FormProps, FormRules } from './settings-form.js';
import { differing, settingsPage, useSettingsForm } from './settings-form.js';
import { Section } from './settings-section.js';

const names = ['name', 'address', 'language', 'country', 'timeZone', 'currency', 'weekStart'] as const;
type BusinessDraft = Pick<AdminSettings, (typeof names)[number]>;

const rules: FormRules<BusinessDraft> = {
  draftOf: ({ name, address, language, country, timeZone, currency, weekStart }) => ({
    name,
    address,
    language,
    country,
    timeZone,
    currency,
    weekStart,
  }),
  changesOf: (settings, draft) => differing(settings, draft, names),
  faultsOf: ({ t }, { name, country, currency }) => ({
    ...(name.trim() ? {} : { name: t('settings.nameMissing') }),
    ...(country ? {} : { country: t('settings.choose') }),
    ...(currency ? {} : { currency: t('settings.choose') }),
  }),
};

/** What the business is called, where it is, and how dates and money are written (A125). */
function BusinessForm(props: FormProps): View {
  const { words, draft, set, faults, frame } = useSettingsForm(props, rules);
  const { t, language } = words;
  const noneLabel = t('settings.nothingMatches');
  // 1 January 2024 was a Monday.
  const weekday = (day: number) =>
    dateFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
  const languages = siteLanguages.some(({ value }) => value === draft.language)
    ? siteLanguages
    : [{ value: draft.language, label: draft.language }, ...siteLanguages];
  return frame(html`
    ${h(Section, {
      title: t('settings.nameAndPlace'),
      children: html`
        ${h(TextField, {
          label: t('settings.name'),
          name: 'name',
          maxLength: 120,
          required: true,
          value: draft.name,
          onValue: (name) => set({ name }),
          hint: t('settings.nameHint'),
          error: faults['name'],
        })}
        ${h(TextArea, {
          label: t('settings.address'),
          name: 'address',
          rows: 3,
          maxLength: 400,
          value: draft.address,
          onValue: (address) => set({ address }),
          hint: t('settings.addressHint'),
          error: faults['address'],
        })}
      `,
    })}
    ${h(Section, {
      title: t('settings.region'),
      children: html`<div class="settings-pair">
        ${h(SelectField, {
          label: t('settings.language'),
          name: 'language',
          value: draft.language,
          options: languages,
          onValue: (value) => set({ language: value }),
          hint: t('settings.languageHint'),
        })}
        ${h(ComboField, {
          label: t('settings.country'),
          name: 'country',
          value: draft.country,
          options: namedOptions(language, 'region', countries),
          onValue: (country) => set({ country }),
          noneLabel,
          hint: t('settings.countryHint'),
          error: faults['country'],
        })}
        ${h(ComboField, {
          label: t('settings.timeZone'),
          name: 'timeZone',
          value: draft.timeZone ?? '',
          options: zoneOptions(draft.timeZone ?? ''),
          onValue: (timeZone) => set({ timeZone: timeZone || null }),
          noneLabel,
          placeholder: t('settings.timeZoneNone'),
          hint: t('settings.timeZoneHint'),
          error: faults['timeZone'],
        })}
        ${h(SelectField, {
          label: t('settings.weekStart'),
          name: 'weekStart',
          value: String(draft.weekStart),
          options: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekday(day) })),
          onValue: (value) => set({ weekStart: Number(value) }),
        })}
        ${h(ComboField, {
          label: t('settings.currency'),
          name: 'currency',
          value: draft.currency,
          options: namedOptions(language, 'currency', Intl.supportedValuesOf('currency')),
          onValue: (currency) => set({ currency }),
          noneLabel,
          hint: t('settings.currencyHint'),
          error: faults['currency'],
        })}
      </div>`,
    })}
  `);
}

export const BusinessPage = settingsPage('business', BusinessForm);
