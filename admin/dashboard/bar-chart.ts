import type { ComponentChildren } from 'preact';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';

export interface ChartBar {
  /** Under the first and the last bar, and in the table. */
  label: string;
  value: number;
  /** The value as people write it. */
  said: string;
  /** The list that proves it. */
  href: string;
}

export interface BarChartProps {
  title: string;
  /** The sum or rate that stands beside the title. */
  sum: ComponentChildren;
  bars: readonly ChartBar[];
  /** What the table's columns are called. */
  heads: readonly [string, string];
  empty: string;
}

/** Bars for the eye, and the same numbers as a table for everybody, each with its way to the list. */
export function BarChart({ title, sum, bars, heads, empty }: BarChartProps): View {
  const { t } = useAdmin().words;
  const most = Math.max(...bars.map(({ value }) => value), 0);
  return html`<figure class="chart">
    <figcaption><h3>${title}</h3><p class="tabular">${sum}</p></figcaption>
    ${
      most === 0
        ? html`<p class="chart-empty">${empty}</p>`
        : html`<div class="bars" aria-hidden="true">
          ${bars.map(
            (
              bar,
              index,
            ) => html`<a key=${bar.label} href=${bar.href} tabindex="-1" title=${`${bar.label}: ${bar.said}`}>
              <i style=${{ blockSize: `${(bar.value / most) * 100}%` }}></i><span>${(index === 0 || index === bars.length - 1) && bar.label}</span>
            </a>`,
          )}
        </div>
        <details><summary>${t('dashboard.asTable')}</summary>
          <table class="chart-table"><thead><tr><th scope="col">${heads[0]}</th><th scope="col">${heads[1]}</th></tr></thead>
            <tbody>${bars
              .filter(({ value }) => value > 0)
              .map(
                (bar) =>
                  html`<tr><th scope="row">${bar.label}</th><td class="tabular"><a href=${bar.href}>${bar.said}</a></td></tr>`,
              )}</tbody>
          </table>
        </details>`
    }
  </figure>`;
}
