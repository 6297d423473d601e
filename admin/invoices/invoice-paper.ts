import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import css from './invoice-paper.css';
import type { Invoice } from './look.js';

style(css);

/** The paper: the same words and figures as in the PDF, in its own language. What is printed is this alone. */
export function InvoicePaper({ paper }: { paper: Invoice['paper'] }): View {
  const { language, title, seller, recipient, facts, columns, rows, totals, stamp, notes, footer } = paper;
  const hasTax = columns.tax !== '';
  const cell = (text: string) => html`<td class="end">${text}</td>`;
  const heading = (text: string) => html`<th scope="col" class="end">${text}</th>`;
  return html`<article class="paper" lang=${language} dir="auto">
    <header>
      <h2>${title}</h2>
      <div class="paper-seller"><strong>${seller.name}</strong>${seller.lines.map((line) => html`<span>${line}</span>`)}</div>
    </header>
    <div class="paper-parties">
      <div class="paper-recipient">
        <span>${recipient.label}</span><strong>${recipient.name}</strong>
        ${recipient.lines.map((line) => html`<p>${line}</p>`)}
      </div>
      <dl>${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
    </div>
    ${stamp && html`<p class="paper-stamp">${stamp}</p>`}
    <div class="paper-frame" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.description}</th>
            ${heading(columns.quantity)}${heading(columns.unit)}${hasTax && heading(columns.tax)}${heading(columns.amount)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              <td>${row.description}${row.details.map((detail) => html`<small>${detail}</small>`)}</td>
              ${cell(row.quantity)}${cell(row.unit)}${hasTax && cell(row.tax)}${cell(row.amount)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <dl class="paper-totals">
      ${totals.map(({ label, value, strong }) => html`<div class=${strong ? 'strong' : ''}><dt>${label}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${notes.map((note) => html`<p class="paper-note">${note}</p>`)}
    ${footer && html`<p class="paper-footer">${footer}</p>`}
  </article>`;
}
