import type { AdminApi } from '../../server/api.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { fullMoney } from '../kit/money-text.js';
import css from './invoice-totals.css';

style(css);

type Totals = AdminApi['GET /invoices/totals']['answer']['items'];

/** What the invoices of a list come to, a line for each currency. Drafts count for nothing. */
export function InvoiceTotals({ totals, pale }: { totals: Totals; pale: boolean }): View | null {
  const { t, language } = useAdmin().words;
  if (totals.length === 0) return null;
  return html`<div class=${pale ? 'invoice-totals pale' : 'invoice-totals'} role="group" aria-label=${t('invoices.totals')}>
    ${totals.map(({ currency, invoices, totalMinor, taxMinor, paidMinor, openMinor }) => {
      const money = (minor: number) => fullMoney(language, minor, currency);
      const sum = (label: string, minor: number) =>
        html`<div><dt>${label}</dt><dd class="tabular">${money(minor)}</dd></div>`;
      return html`<dl key=${currency}>
        <div><dt>${t('invoices.issuedCount')}</dt><dd class="tabular">${invoices}</dd></div>
        ${sum(t('invoices.total'), totalMinor)} ${sum(t('invoices.taxWithin'), taxMinor)}
        ${sum(t('invoices.paidSum'), paidMinor)} ${sum(t('invoices.openSum'), openMinor)}
      </dl>`;
    })}
  </div>`;
}
