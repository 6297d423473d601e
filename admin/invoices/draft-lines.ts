import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { SelectField, TextField } from '../../widget/kit/field.js';
import { numberFormat } from '../../widget/kit/formatters.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { fullMoney } from '../kit/money-text.js';
import type { DraftLine } from './draft.js';
import { newLine } from './draft.js';
import type { DraftForm } from './use-draft.js';

/** What the invoice is for, line by line. `rates` are those of the settings, the usual one first. */
export function DraftLines({ form, rates }: { form: DraftForm; rates: readonly number[] }): View {
  const { t, language } = useAdmin().words;
  const { draft, set, errorOf, amounts, currency } = form;
  const { lines } = draft;
  const percent = (basisPoints: number) =>
    numberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000);
  const known = [...new Set([...rates, 0, ...lines.map(({ tax }) => Number(tax))])];
  const options = known.map((rate) => ({ value: String(rate), label: percent(rate) }));
  const change = (at: number, some: Partial<DraftLine>) =>
    set({ lines: lines.map((line, index) => (index === at ? { ...line, ...some } : line)) });
  const move = (at: number, to: number) => {
    const next = [...lines];
    next.splice(to, 0, ...next.splice(at, 1));
    set({ lines: next });
  };
  const add = () => {
    set({ lines: [...lines, newLine(lines, rates[0] ?? 0)] });
    setTimeout(() =>
      form.element.current?.querySelector<HTMLElement>(`[name="lines.${lines.length}.description"]`)?.focus(),
    );
  };
  const row = (line: DraftLine, at: number) => {
    const field = (name: 'description' | 'quantity' | 'price' | 'discount' | 'serviceDay', more: object = {}) =>
      h(TextField, {
        label: t(`invoices.line.${name}`),
        name: `lines.${at}.${name}`,
        value: line[name],
        onValue: (value: string) => change(at, { [name]: value }),
        error: errorOf(`lines.${at}.${name}`),
        autocomplete: 'off',
        ...more,
      } as never);
    const tool = (label: string, icon: typeof ArrowUp, onPress: () => void, disabled = false) =>
      h(Button, { kind: 'quiet', size: 'small', icon, label, disabled, onPress });
    return html`<li key=${line.key} class="draft-line" aria-label=${t('invoices.line.nth', { number: at + 1 })}>
      ${field('description', { maxLength: 300 })} ${field('serviceDay', { type: 'date' })}
      ${field('quantity', { maxLength: 4 })} ${field('price', { maxLength: 16 })}
      ${field('discount', { maxLength: 16, placeholder: t('invoices.line.discountHint') })}
      ${h(SelectField, {
        label: t('invoices.line.tax'),
        name: `lines.${at}.tax`,
        value: line.tax,
        options,
        onValue: (tax) => change(at, { tax }),
      })}
      <p class="draft-amount"><span>${t('invoices.line.amount')}</span><strong class="tabular">${fullMoney(language, amounts.lines[at]?.amountMinor ?? 0, currency)}</strong></p>
      <div class="draft-tools">
        ${tool(t('invoices.line.up'), ArrowUp, () => move(at, at - 1), at === 0)}
        ${tool(t('invoices.line.down'), ArrowDown, () => move(at, at + 1), at === lines.length - 1)}
        ${tool(t('invoices.line.remove'), Trash2, () => set({ lines: lines.filter((_, index) => index !== at) }))}
      </div>
    </li>`;
  };
  return html`<fieldset class="draft-group">
    <legend>${t('invoices.lines')}</legend>
    ${lines.length === 0 && html`<p class="draft-muted">${t('invoices.noLines')}</p>`}
    <ol class="draft-lines">${lines.map(row)}</ol>
    <div>${h(Button, { size: 'small', icon: Plus, onPress: add, children: t('invoices.addLine') })}</div>
  </fieldset>`;
}
