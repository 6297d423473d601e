import { Users } from 'lucide';
import { h } from 'preact';
import { formatMinutes } from '../../kit/dates.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Icon } from '../../kit/icon.js';
import { formatMoney } from '../../kit/money.js';
import type { StepProps } from '../context.js';
import { row, rows } from '../row.js';
import { currencyOf, linesOf, providersFor, sumOf } from '../visit.js';

/** With whom, if there is a choice; "any provider" first, each with an own price and duration where these differ. */
export function ProviderStep({ booking }: StepProps): View {
  const { choice, state, words, dispatch } = booking;
  const { t, language } = words;
  const offers = providersFor(choice.catalog, state.visit).map((provider) => {
    const lines = linesOf(choice.catalog, { ...state.visit, provider: provider.id, slot: null });
    return { provider, price: sumOf(lines, 'priceMinor'), minutes: sumOf(lines, 'durationMinutes') };
  });
  const differ = (figure: 'price' | 'minutes') => new Set(offers.map((offer) => offer[figure])).size > 1;
  const pick = (id: number | null) => () => dispatch({ type: 'provider', id });
  const part = 'provider';
  return rows([
    row({
      lead: html`<span class="avatar">${h(Icon, { icon: Users })}</span>`,
      name: t('provider.any'),
      text: [t('provider.anyText')],
      part,
      onPick: pick(null),
    }),
    ...offers.map(({ provider, price, minutes }) =>
      row({
        lead: avatar(provider),
        name: provider.name,
        text: [differ('minutes') && formatMinutes(language, minutes)],
        figure: differ('price') && formatMoney(language, price, currencyOf(choice.catalog, state.visit)),
        part,
        onPick: pick(provider.id),
      }),
    ),
  ]);
}

function avatar({ name, picture }: { name: string; picture: string | null }): View {
  if (picture) return html`<img class="avatar" src=${picture} alt="" loading="lazy" />`;
  const letters = name.split(/\s+/).map((word) => Array.from(word)[0] ?? '');
  return html`<span class="avatar" aria-hidden="true">${letters[0]}${letters.length > 1 && letters.at(-1)}</span>`;
}
