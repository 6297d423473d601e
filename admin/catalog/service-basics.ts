import { h } from 'preact';
import { SelectField, TextArea, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { DurationField } from '../kit/duration-field.js';
import type { Category } from './catalog-types.js';
import { shortUnits } from './service-draft.js';
import type { ServiceForm } from './use-service-form.js';

/** What it is, how long it takes, what it costs and how many it holds. */
export function ServiceBasics({ form, categories }: { form: ServiceForm; categories: readonly Category[] }): View {
  const { t } = useAdmin().words;
  const { draft, set, errorOf, currency } = form;
  return html`<fieldset class="form-group">
      <legend>${t('catalog.what')}</legend>
      ${h(TextField, {
        label: t('catalog.name'),
        name: 'name',
        value: draft.name,
        onValue: (name) => set({ name }),
        maxLength: 120,
        autocomplete: 'off',
        error: errorOf('name'),
      })}
      ${h(SelectField, {
        label: t('catalog.category'),
        name: 'categoryId',
        value: draft.categoryId,
        options: categories.map(({ id, name }) => ({ value: String(id), label: name })),
        onValue: (categoryId) => set({ categoryId }),
        error: errorOf('categoryId'),
      })}
      ${h(TextArea, {
        label: t('catalog.description'),
        name: 'description',
        note: t('catalog.optional'),
        value: draft.description,
        onValue: (description) => set({ description }),
        maxLength: 2000,
        hint: t('catalog.descriptionHint'),
      })}
    </fieldset>
    <fieldset class="form-group form-two">
      <legend>${t('catalog.timeAndPrice')}</legend>
      ${h(DurationField, {
        label: t('catalog.duration'),
        name: 'durationMinutes',
        value: draft.duration,
        units: shortUnits,
        onValue: (duration) => set({ duration }),
        error: errorOf('durationMinutes'),
      })}
      ${h(TextField, {
        label: t('catalog.price', { currency }),
        name: 'priceMinor',
        value: draft.price,
        onValue: (price) => set({ price }),
        autocomplete: 'off',
        maxLength: 20,
        hint: t('catalog.priceHint'),
        error: errorOf('priceMinor'),
      })}
      ${h(TextField, {
        label: t('catalog.capacity'),
        name: 'capacity',
        type: 'number',
        min: 1,
        max: 1000,
        value: draft.capacity,
        onValue: (capacity) => set({ capacity }),
        hint: t('catalog.capacityHint'),
        error: errorOf('capacity'),
      })}
    </fieldset>`;
}
