import { h } from 'preact';
import { SelectField, TextArea, TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { Choice } from '../../kit/choice.js';
import type { InvoiceSettingsDraft } from './invoice-settings-draft.js';

export interface InvoiceSettingsFieldsProps {
  draft: InvoiceSettingsDraft;
  onDraft: (some: Partial<InvoiceSettingsDraft>) => void;
  errorOf: (name: keyof InvoiceSettingsDraft) => string | undefined;
  /** The numbers that come next. */
  next: { invoice: string; creditNote: string } | undefined;
}

const moments = ['by_hand', 'on_confirmation', 'on_completion'] as const;
type TextName = Exclude<keyof InvoiceSettingsDraft, 'drawUp' | 'taxIncluded' | 'rounding'>;

/** When invoices are made, what stands on them, taxes, numbers. */
export function InvoiceSettingsFields({ draft, onDraft, errorOf, next }: InvoiceSettingsFieldsProps): View {
  const { t } = useAdmin().words;
  const common = (name: TextName) => ({
    label: t(`invoiceSettings.${name}`),
    name,
    value: draft[name],
    error: errorOf(name),
    onValue: (value: string) => onDraft({ [name]: value }),
  });
  const text = (name: TextName, maxLength: number, hint?: string) =>
    h(TextField, { ...common(name), maxLength, hint, autocomplete: 'off' });
  const area = (name: TextName, maxLength: number, hint?: string) =>
    h(TextArea, { ...common(name), maxLength, hint, rows: 3 });
  const group = (id: string, title: string, children: unknown) =>
    html`<section aria-labelledby=${id}><h2 id=${id}>${title}</h2>${children}</section>`;
  return html`
    ${group(
      'invoice-moment',
      t('invoiceSettings.moment'),
      html`<p class="settings-text">${t('invoiceSettings.momentText')}</p>
        <div class="settings-short">${h(SelectField, {
          label: t('invoiceSettings.drawUp'),
          name: 'drawUp',
          value: draft.drawUp,
          options: moments.map((value) => ({ value, label: t(`invoiceSettings.drawUp.${value}`) })),
          onValue: (value) => onDraft({ drawUp: value as InvoiceSettingsDraft['drawUp'] }),
        })}</div>`,
    )}
    ${group(
      'invoice-seller',
      t('invoiceSettings.seller'),
      html`${text('sellerName', 120, t('invoiceSettings.sellerNameHint'))} ${area('sellerAddress', 500)} ${text('taxId', 60)}
      ${area('paymentText', 1000, t('invoiceSettings.paymentHint'))} ${area('footer', 1000, t('invoiceSettings.footerHint'))}`,
    )}
    ${group(
      'invoice-taxes',
      t('invoiceSettings.taxes'),
      html`<div class="settings-short">${text('taxName', 20, t('invoiceSettings.taxNameHint'))}</div>
        <div class="settings-short">${text('rates', 60, t('invoiceSettings.ratesHint'))}</div>
        <div>
          <p class="settings-text">${t('invoiceSettings.included')}</p>
          ${h(Choice<'yes' | 'no'>, {
            label: t('invoiceSettings.included'),
            value: draft.taxIncluded ? 'yes' : 'no',
            options: [
              { value: 'yes', label: t('invoiceSettings.includedYes') },
              { value: 'no', label: t('invoiceSettings.includedNo') },
            ],
            onValue: (value) => onDraft({ taxIncluded: value === 'yes' }),
          })}
        </div>
        <div class="settings-short">${h(SelectField, {
          label: t('invoiceSettings.rounding'),
          name: 'rounding',
          value: draft.rounding,
          hint: t('invoiceSettings.roundingHint'),
          options: [
            { value: 'half_up', label: t('invoiceSettings.rounding.half_up') },
            { value: 'half_even', label: t('invoiceSettings.rounding.half_even') },
          ],
          onValue: (value) => onDraft({ rounding: value as InvoiceSettingsDraft['rounding'] }),
        })}</div>`,
    )}
    ${group(
      'invoice-numbers',
      t('invoiceSettings.numbers'),
      html`<p class="settings-text">${t('invoiceSettings.numbersText')}</p>
        ${next && html`<p class="settings-text">${t('invoiceSettings.next', next)}</p>`}
        <div class="settings-short">${text('prefix', 20, t('invoiceSettings.prefixHint', { year: '{year}' }))}</div>
        <div class="settings-short">${text('creditPrefix', 20)}</div>
        <div class="settings-short">${text('first', 9, t('invoiceSettings.firstHint'))}</div>
        <div class="settings-short">${text('dueDays', 3)}</div>`,
    )}
  `;
}
