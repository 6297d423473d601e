import { ChevronRight, Users } from 'lucide';
import { h } from 'preact';
import { formatMinutes } from '../../kit/dates.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Icon } from '../../kit/icon.js';
import { formatMoney } from '../../kit/money.js';
import { useBooking } from '../context.js';
import { linesOf, providersFor } from '../visit.js';

/** With whom, if there is a choice; "any provider" first, each with an own price where prices differ. */
export function ProviderStep(): View {
  const { choice, state, words, dispatch } = useBooking();
  const { catalog } = choice;
  const { t, language } = words;
  const offers = providersFor(catalog, state.visit).map((provider) => {
    const lines = linesOf(catalog, { ...state.visit, provider: provider.id, slot: null });
    const price = lines.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
    const minutes = lines.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
    return { provider, price, minutes, currency: lines[0]!.service.currency };
  });
  const differ = (pick: (offer: (typeof offers)[number]) => number) => new Set(offers.map(pick)).size > 1;
  const pricesDiffer = differ(({ price }) => price);
  const minutesDiffer = differ(({ minutes }) => minutes);
  const pick = (id: number | null) => () => dispatch({ type: 'provider', id });
  return html`<ul class="card rows">
    <li>
      <button type="button" class="row" part="provider" onClick=${pick(null)}>
        <span class="avatar">${h(Icon, { icon: Users })}</span>
        <span class="row-words">
          <span class="row-name">${t('provider.any')}</span><span class="row-text">${t('provider.anyText')}</span>
        </span>
        ${h(Icon, { icon: ChevronRight, turns: true })}
      </button>
    </li>
    ${offers.map(
      ({ provider, price, minutes, currency }) => html`<li key=${provider.id}>
        <button type="button" class="row" part="provider" onClick=${pick(provider.id)}>
          ${avatar(provider)}
          <span class="row-words"><span class="row-name">${provider.name}</span></span>
          <span class="row-figures">
            ${pricesDiffer && html`<span class="price">${formatMoney(language, price, currency)}</span>`}
            ${minutesDiffer && html`<span class="row-text">${formatMinutes(language, minutes)}</span>`}
          </span>
          ${h(Icon, { icon: ChevronRight, turns: true })}
        </button>
      </li>`,
    )}
  </ul>`;
}

function avatar({ name, picture }: { name: string; picture: string | null }): View {
  if (picture) return html`<img class="avatar" src=${picture} alt="" loading="lazy" />`;
  const words = name.split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => Array.from(word ?? '')[0] ?? '');
  return html`<span class="avatar" aria-hidden="true">${letters.join('').toUpperCase()}</span>`;
}
