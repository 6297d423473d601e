import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { ComboField } from '../../kit/combo-field.js';
import type { ComboOption } from '../../kit/combo-matches.js';
import type { FieldName, TextName } from './form-values.js';
import { isRequired, isShown } from './form-values.js';
import type { RecordForm } from './use-record-form.js';

const longest: Partial<Record<TextName, number>> = {
  displayName: 201,
  email: 254,
  phone: 40,
  occupation: 120,
  postalCode: 20,
  city: 120,
  state: 120,
  address1: 200,
  address2: 200,
};

/** What fields need of a form: the one of a record, or another that asks for some of the same. */
export type FieldForm = Pick<RecordForm, 'settings' | 'values' | 'errors' | 'set' | 'leave'>;

/** What every field of the form needs to know. */
export function useField(form: FieldForm) {
  const { t } = useAdmin().words;
  const shown = (...names: FieldName[]) => names.some((name) => isShown(form.settings, name));
  const common = (name: TextName) => ({
    label: t(`record.field.${name}`),
    name,
    value: form.values[name],
    error: form.errors[name],
    required: isRequired(form.settings, name),
    onValue: (value: string) => form.set(name, value),
    onLeave: () => form.leave(name),
  });
  const text = (name: TextName, more: object = {}) =>
    shown(name) &&
    h(TextField, { ...common(name), maxLength: longest[name] ?? 100, autocomplete: 'off', ...more } as never);
  const combo = (name: TextName, options: readonly ComboOption[], more: object = {}) =>
    shown(name) && h(ComboField, { ...common(name), options, noneLabel: t('record.noMatch'), ...more });
  return { shown, common, text, combo };
}

/** A titled group of fields; without any, nothing. */
export function Group({
  title,
  on,
  children,
}: {
  title: string;
  on: boolean;
  children: ComponentChildren;
}): View | null {
  if (!on) return null;
  return html`<fieldset class="record-group"><legend>${title}</legend><div class="record-fields">${children}</div></fieldset>`;
}
