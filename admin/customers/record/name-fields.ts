import { h } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { PictureField } from '../picture/picture-field.js';
import { Group, useField } from './field-parts.js';
import { composedName, isShown, splitName } from './form-values.js';
import type { RecordForm } from './use-record-form.js';

/** The picture and the names. A full name typed or pasted into one field is split, and can be corrected (A012, A013). */
export function NameFields({ form }: { form: RecordForm }): View | null {
  const { t } = useAdmin().words;
  const { text } = useField(form);
  const [fullName, setFullName] = useState('');
  const { record, settings, values, setMany, setPicture } = form;
  const split = (typed: string) => {
    setFullName(typed);
    setMany(splitName(typed));
  };
  return h(Group, {
    title: t('record.group.name'),
    on: true,
    children: [
      isShown(settings, 'picture') &&
        html`<div class="record-wide">
          ${h(PictureField, {
            number: record?.number ?? null,
            picture: record?.picture ?? null,
            name: composedName(values),
            may: true,
            onPicture: () => void form.pictureChanged(),
            onFile: setPicture,
          })}
        </div>`,
      record === null &&
        html`<div class="record-wide">
          ${h(TextField, {
            label: t('record.fullName'),
            name: 'fullName',
            note: t('record.fullNameNote'),
            hint: t('record.fullNameHint'),
            value: fullName,
            onValue: split,
            autocomplete: 'off',
            maxLength: 201,
          })}
        </div>`,
      text('firstName'),
      text('lastName'),
      text('displayName', { placeholder: composedName(values), hint: t('record.displayNameHint') }),
    ],
  });
}
