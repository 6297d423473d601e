import { h } from 'preact';
import { SelectField, TextArea, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { ComboField } from '../kit/combo-field.js';
import { namedOptions, siteLanguages, zoneOptions } from '../settings/place-options.js';
import type { StepProps } from './step-props.js';

export interface PlaceStepProps extends StepProps {
  onLanguage: (language: 'en' | 'de') => void;
  onCountry: (country: string) => void;
}

/** Name, language, place and money: what was detected stands there already. */
export function PlaceStep({ words, offer, draft, onDraft, faults, onLanguage, onCountry }: PlaceStepProps): View {
  const { t, language } = words;
  const noneLabel = t('setup.noMatch');
  return html`
    ${h(TextField, {
      label: t('setup.name'),
      name: 'name',
      autocomplete: 'organization',
      maxLength: 120,
      required: true,
      value: draft.name,
      onValue: (name) => onDraft({ name }),
      error: faults['name'],
    })}
    <div class="setup-pair">
      ${h(SelectField, {
        label: t('setup.language'),
        name: 'language',
        value: draft.language,
        options: siteLanguages,
        onValue: (value) => onLanguage(value as 'en' | 'de'),
      })}
      ${h(ComboField, {
        label: t('setup.country'),
        name: 'country',
        value: draft.country,
        options: namedOptions(language, 'region', offer.countries),
        onValue: onCountry,
        noneLabel,
        error: faults['country'],
      })}
      ${h(ComboField, {
        label: t('setup.zone'),
        name: 'timeZone',
        value: draft.timeZone,
        options: zoneOptions(draft.timeZone),
        onValue: (timeZone) => onDraft({ timeZone }),
        noneLabel,
        error: faults['timeZone'],
      })}
      ${h(ComboField, {
        label: t('setup.currency'),
        name: 'currency',
        value: draft.currency,
        options: namedOptions(language, 'currency', offer.currencies),
        onValue: (currency) => onDraft({ currency }),
        noneLabel,
        error: faults['currency'],
      })}
    </div>
    ${h(TextArea, {
      label: t('setup.address'),
      name: 'address',
      note: t('setup.optional'),
      hint: t('setup.addressHint'),
      rows: 2,
      maxLength: 400,
      value: draft.address,
      onValue: (address) => onDraft({ address }),
    })}
  `;
}
