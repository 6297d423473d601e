import { h } from 'preact';
import { TextField } from '../../widget/kit/field.js';
import { numberFormat } from '../../widget/kit/formatters.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { Choice } from '../kit/choice.js';
import { fullMoney } from '../kit/money-text.js';
import type { DraftForm } from './use-draft.js';

/** Discount on the whole, how prices are meant, and what it all comes to: reckoned by the server while one types. */
export function DraftSums({ form }: { form: DraftForm }): View {
  const { t, language } = useAdmin().words;
  const { draft, set, amounts, currency, errorOf, invoice } = form;
  const money = (minor: number) => fullMoney(language, minor, currency);
  const percent = (basisPoints: number) =>
    numberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000);
  const { subtotalMinor, discountMinor, netMinor, taxes, totalMinor } = amounts;
  const sum = (label: string, minor: number, strong = false) =>
    html`<div class=${strong ? 'strong' : ''}><dt>${label}</dt><dd class="tabular">${money(minor)}</dd></div>`;
  return html`<div class="draft-sums">
    <div class="draft-fields">
      ${h(TextField, {
        label: t('invoices.discount'),
        name: 'discount',
        hint: t('invoices.discountHint'),
        value: draft.discount,
        onValue: (discount) => set({ discount }),
        error: errorOf('discount'),
        autocomplete: 'off',
        maxLength: 16,
      })}
      <div class="draft-choice">
        <span class="draft-label">${t('invoices.pricesMean', { tax: invoice.taxName })}</span>
        ${h(Choice<'included' | 'on-top'>, {
          label: t('invoices.pricesMean', { tax: invoice.taxName }),
          value: draft.taxIncluded ? 'included' : 'on-top',
          options: [
            { value: 'included', label: t('invoices.included') },
            { value: 'on-top', label: t('invoices.onTop') },
          ],
          onValue: (value) => set({ taxIncluded: value === 'included' }),
        })}
      </div>
    </div>
    <dl aria-live="polite">
      ${discountMinor > 0 && [sum(t('invoices.subtotal'), subtotalMinor), sum(t('invoices.discount'), -discountMinor)]}
      ${sum(t('invoices.net'), netMinor)}
      ${taxes.map(({ basisPoints, taxMinor }) => basisPoints > 0 && sum(`${invoice.taxName} ${percent(basisPoints)}`, taxMinor))}
      ${sum(t('invoices.total'), totalMinor, true)}
    </dl>
  </div>`;
}
