import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';

/** Numbers with what they count; what there is nothing of is left out, unless it is the first. */
export function CountList({
  counts,
}: {
  counts: readonly (readonly [key: string, count: number, text: string])[];
}): View {
  const { language } = useAdmin().words;
  const numbers = new Intl.NumberFormat(language);
  return html`<dl class="import-counts">
    ${counts
      .filter(([, count], index) => index === 0 || count > 0)
      .map(
        ([key, count, text]) =>
          html`<div class=${key}><dt>${text}</dt><dd class="tabular">${numbers.format(count)}</dd></div>`,
      )}
  </dl>`;
}
