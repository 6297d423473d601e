import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { Checkbox, SelectField, TextArea, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { languages } from '../admin-words.js';
import { useLoad } from '../kit/load.js';
import { SaveBar } from '../kit/save-bar.js';
import { DraftLines } from './draft-lines.js';
import { DraftSums } from './draft-sums.js';
import type { DraftForm } from './use-draft.js';

/** The form of a draft: who it is for, what it is for, what stands beneath. Enter in a field saves. */
export function DraftEditor({ form }: { form: DraftForm }): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const { draft, set, errorOf, call, dirty } = form;
  const settings = useLoad('settings', (signal) => api.call('GET /settings', { signal }));
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (dirty) void form.save();
  };
  const known = languages.some(({ value }) => value === draft.language.split('-')[0]);
  const choices = languages.some(({ value }) => value === draft.language)
    ? languages
    : [{ value: draft.language, label: known ? draft.language : t('invoices.otherLanguage') }, ...languages];
  return html`<form ref=${form.element} class="draft-form" novalidate onSubmit=${onSubmit}>
    ${h(DraftLines, { form, rates: settings.data?.invoiceTaxRates ?? [] })} ${h(DraftSums, { form })}
    <fieldset class="draft-group">
      <legend>${t('invoices.recipient')}</legend>
      ${h(Checkbox, {
        label: t('invoices.recipientOwn'),
        name: 'recipientIsOwn',
        checked: draft.recipientIsOwn,
        hint: draft.recipientIsOwn ? undefined : t('invoices.recipientFollows'),
        onChecked: (recipientIsOwn) => set({ recipientIsOwn }),
      })}
      ${
        draft.recipientIsOwn
          ? html`<div class="draft-fields">
              ${h(TextField, { label: t('invoices.name'), name: 'name', value: draft.name, onValue: (name) => set({ name }), error: errorOf('name'), autocomplete: 'off', maxLength: 200 })}
              ${h(TextField, { label: t('invoices.taxId'), name: 'taxId', value: draft.taxId, onValue: (taxId) => set({ taxId }), autocomplete: 'off', maxLength: 60 })}
              ${h(TextArea, { label: t('invoices.address'), name: 'address', value: draft.address, onValue: (address) => set({ address }), rows: 3, maxLength: 500 })}
            </div>`
          : html`<address class="draft-address">${draft.name}${draft.address && `\n${draft.address}`}</address>`
      }
    </fieldset>
    <fieldset class="draft-group">
      <legend>${t('invoices.more')}</legend>
      <div class="draft-fields">
        ${h(TextField, { label: t('invoices.dueDays'), name: 'dueDays', type: 'number', min: 0, max: 365, value: draft.dueDays, onValue: (dueDays) => set({ dueDays }), error: errorOf('dueDays') })}
        ${h(SelectField, { label: t('invoices.language'), name: 'language', value: draft.language, options: choices, onValue: (language) => set({ language }) })}
        ${h(TextArea, { label: t('invoices.note'), name: 'note', value: draft.note, onValue: (note) => set({ note }), rows: 3, maxLength: 2000, hint: t('invoices.noteHint') })}
      </div>
    </fieldset>
    ${
      call.fault &&
      h(Notice, {
        meaning: 'danger',
        urgent: true,
        children: html`<p>${call.fault.text}</p>
          ${call.fault.text === t('invoices.fault.stale') && h(Button, { size: 'small', onPress: () => void form.saveOver(), children: t('invoices.saveOver') })}`,
      })
    }
    ${dirty && h(SaveBar, { busy: call.busy, onUndo: form.undo })}
  </form>`;
}
