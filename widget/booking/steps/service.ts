import { Check, ChevronRight, X } from 'lucide';
import { h } from 'preact';
import { Badge } from '../../kit/badge.js';
import { Button } from '../../kit/button.js';
import { formatMinutes } from '../../kit/dates.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Icon } from '../../kit/icon.js';
import { formatMoney } from '../../kit/money.js';
import { useBooking } from '../context.js';
import type { BookingWords, Service } from '../types.js';
import { servicesOf } from '../visit.js';

/** Every service by category, with its price and duration; one press picks and goes on. */
export function ServiceStep(): View {
  const { choice, state, words, dispatch } = useBooking();
  const { catalog, options } = choice;
  const { t } = words;
  const groups = catalog.categories
    .filter(({ id }) => !(options.lock && options.category !== null) || id === options.category)
    .sort((left, right) => Number(right.id === options.category) - Number(left.id === options.category))
    .map(({ id, name }) => ({ id, name, services: catalog.services.filter(({ categoryId }) => categoryId === id) }))
    .filter(({ services }) => services.length > 0);
  return html`${state.adding && inVisit()}
    ${groups.map(
      ({ id, name, services }) => html`<section class="group" key=${id}>
        ${groups.length > 1 && html`<h3>${name}</h3>`}
        <ul class="card rows">
          ${services.map((service) => html`<li key=${service.id}>${row(service)}</li>`)}
        </ul>
      </section>`,
    )}`;

  function row(service: Service): View {
    const chosen = state.visit.services.includes(service.id);
    const taken = chosen && state.adding;
    return html`<button
      type="button"
      class=${chosen ? 'row chosen-row' : 'row'}
      part="service"
      disabled=${taken}
      onClick=${() => dispatch({ type: 'service', id: service.id })}
    >
      ${service.picture && html`<img class="picture" src=${service.picture} alt="" loading="lazy" />`}
      <span class="row-words">
        <span class="row-name">${service.name}</span>
        ${service.description && html`<span class="row-text">${service.description}</span>`}
        ${badges(service, words)}
      </span>
      <span class="row-figures">
        <span class="price">${priceWords(service, words)}</span>
        <span class="row-text">${formatMinutes(words.language, service.durationMinutes)}</span>
      </span>
      ${h(Icon, { icon: chosen ? Check : ChevronRight, turns: !chosen })}
    </button>`;
  }

  function inVisit(): View {
    return html`<section class="group">
      <h3>${t('service.inVisit')}</h3>
      <ul class="card rows">
        ${servicesOf(catalog, state.visit.services).map(
          (service) => html`<li class="row still" key=${service.id}>
            <span class="row-words row-name">${service.name}</span>
            ${
              state.visit.services.length > 1 &&
              h(Button, {
                kind: 'quiet',
                icon: X,
                label: t('service.remove', { service: service.name }),
                onPress: () => dispatch({ type: 'drop', id: service.id }),
              })
            }
          </li>`,
        )}
      </ul>
      ${h(Button, { children: t('service.keep'), onPress: () => dispatch({ type: 'back' }) })}
    </section>`;
  }
}

function badges({ capacity, needsApproval }: Service, { t }: BookingWords): View | null {
  if (capacity < 2 && !needsApproval) return null;
  return html`<span class="badges">
    ${capacity > 1 && h(Badge, { children: t('service.group', { count: capacity }) })}
    ${needsApproval && h(Badge, { meaning: 'info', children: t('service.approval') })}
  </span>`;
}

/** “€48”, or “from €48” where it depends on the provider. */
function priceWords({ providers, priceMinor, currency }: Service, { t, language }: BookingWords): string {
  const prices = providers.length > 0 ? providers.map((provider) => provider.priceMinor) : [priceMinor];
  const least = Math.min(...prices);
  const price = formatMoney(language, least, currency);
  return Math.max(...prices) > least ? t('service.from', { price }) : price;
}
