import { h } from 'preact';
import { SelectField, TextArea, TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { countryOptions, languageOptions, timeZoneOptions } from '../../customers/record/choices.js';
import { Group, useField } from '../../customers/record/field-parts.js';
import { genders } from '../../customers/record/genders.js';
import { NationalityFields } from '../../customers/record/nationality-fields.js';
import type { StepProps } from './flow.js';
import { StepForm } from './step-form.js';

/** Who comes (A038): nationality first, then name, gender, date of birth, and how to reach them. */
export function CustomerStep({ flow }: StepProps): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const { form, change, go } = flow;
  const { common, shown, text, combo } = useField(form);
  const submit = () => {
    if (!form.check()) return;
    change((before) => ({ ...before, formDone: true }));
    go('review');
  };
  const gender = h(SelectField, {
    ...common('gender'),
    options: [
      { value: '', label: t('create.choose') },
      ...genders.map((value) => ({ value, label: t(`record.gender.${value}`) })),
    ],
  });
  const fullName = h(TextField, {
    label: t('record.fullName'),
    name: 'fullName',
    required: true,
    value: form.fullName,
    onValue: form.setFullName,
    error: form.errors['fullName'],
    autocomplete: 'off',
    maxLength: 201,
  });
  return h(StepForm, {
    title: t('create.step.customer'),
    lead: t('create.requiredNote'),
    class: 'record-form',
    form: form.element,
    onBack: () => go('time'),
    onSubmit: submit,
    children: html`
      ${h(NationalityFields, { form })}
      ${h(Group, {
        title: t('record.group.person'),
        on: true,
        children: [
          html`<div class="record-wide">${fullName}</div>`,
          text('displayName'),
          gender,
          text('birthDate', { type: 'date', min: '1880-01-01' }),
          text('occupation'),
        ],
      })}
      ${h(Group, {
        title: t('record.group.contact'),
        on: true,
        children: [
          text('email', { type: 'email' }),
          text('phone', { type: 'tel', label: t('create.mobile') }),
          text('address1'),
          text('address2'),
          text('postalCode'),
          text('city'),
          text('state'),
          combo('country', countryOptions(language)),
          combo('language', languageOptions(language)),
          combo('timeZone', timeZoneOptions()),
        ],
      })}
      ${shown('note') && h(TextArea, { ...common('note'), hint: t('record.noteHint'), maxLength: 5000 })}
      ${h(VisitNote, { flow })}
    `,
  });
}

/** What the business should know for this visit; the customer reads it in the mails. */
export function VisitNote({ flow }: StepProps): View {
  const { t } = useAdmin().words;
  const { draft, change } = flow;
  return h(TextArea, {
    label: t('create.note'),
    name: 'visitNote',
    note: t('create.optional'),
    value: draft.note,
    onValue: (note) => change((before) => ({ ...before, note })),
    rows: 2,
    maxLength: 2000,
  });
}
