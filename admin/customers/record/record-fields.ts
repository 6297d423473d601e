import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { Checkbox, SelectField, TextArea } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { countryOptions, languageOptions, timeZoneOptions } from './choices.js';
import { Group, useField } from './field-parts.js';
import { genders } from './genders.js';
import { NameFields } from './name-fields.js';
import { NationalityFields } from './nationality-fields.js';
import css from './record-form.css';
import type { RecordForm } from './use-record-form.js';

style(css);

/** All fields of a record that the settings show, nationality first (FEATURES A022). */
export function RecordFields({ form }: { form: RecordForm }): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const { shown, common, text, combo } = useField(form);
  const wide = (child: ComponentChildren) => child && html`<div class="record-wide">${child}</div>`;
  return html`
    ${h(NationalityFields, { form })}
    ${h(NameFields, { form })}
    ${h(Group, {
      title: t('record.group.contact'),
      on: shown('email', 'phone', 'newsletter'),
      children: [
        text('email', { type: 'email' }),
        text('phone', { type: 'tel' }),
        shown('newsletter') &&
          wide(
            h(Checkbox, {
              label: t('record.field.newsletter'),
              name: 'newsletter',
              checked: form.values.newsletter,
              onChecked: (checked) => form.set('newsletter', checked),
            }),
          ),
      ],
    })}
    ${h(Group, {
      title: t('record.group.address'),
      on: shown('address1', 'address2', 'postalCode', 'city', 'state', 'country'),
      children: [
        text('address1'),
        text('address2'),
        text('postalCode'),
        text('city'),
        text('state'),
        combo('country', countryOptions(language)),
      ],
    })}
    ${h(Group, {
      title: t('record.group.person'),
      on: shown('gender', 'birthDate', 'occupation', 'language', 'timeZone'),
      children: [
        shown('gender') &&
          h(SelectField, {
            ...common('gender'),
            options: [
              { value: '', label: t('record.notGiven') },
              ...genders.map((value) => ({ value, label: t(`record.gender.${value}`) })),
            ],
          }),
        text('birthDate', { type: 'date', min: '1880-01-01' }),
        text('occupation'),
        combo('language', languageOptions(language)),
        combo('timeZone', timeZoneOptions()),
      ],
    })}
    ${h(Group, {
      title: t('record.group.note'),
      on: shown('note'),
      children: wide(h(TextArea, { ...common('note'), hint: t('record.noteHint'), rows: 3, maxLength: 5000 })),
    })}
  `;
}
