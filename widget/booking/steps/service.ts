import { Check, X } from 'lucide';
import { h } from 'preact';
import { Badge } from '../../kit/badge.js';
import { Button } from '../../kit/button.js';
import { formatMinutes } from '../../kit/dates.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { formatMoney } from '../../kit/money.js';
import type { StepProps } from '../context.js';
import { row, rows } from '../row.js';
import type { BookingWords, Service } from '../types.js';
import { servicesOf } from '../visit.js';

/** Every service by category, with its price and duration; one press picks and goes on. */
export function ServiceStep({ booking }: StepProps): View {
  const { choice, state, words, dispatch } = booking;
  const { catalog, options } = choice;
  const { services: chosen } = state.visit;
  const groups = catalog.categories
    .filter(({ id }) => !options.lock || options.category === null || id === options.category)
    .sort((left, right) => Number(right.id === options.category) - Number(left.id === options.category))
    .map(({ id, name }) => ({ name, services: catalog.services.filter(({ categoryId }) => categoryId === id) }))
    .filter(({ services }) => services.length > 0);
  return html`${state.adding && inVisit()}
    ${groups.map(
      ({ name, services }) =>
        html`<section class="group">${groups.length > 1 && html`<h3>${name}</h3>`}${rows(services.map(offer))}</section>`,
    )}`;

  function offer(service: Service): View {
    const { id, name, picture, description, durationMinutes } = service;
    const taken = chosen.includes(id);
    return row({
      lead: picture && html`<img class="picture" src=${picture} alt="" loading="lazy" />`,
      name,
      text: [formatMinutes(words.language, durationMinutes), description],
      figure: priceWords(service, words),
      badges: badges(service, words),
      mark: taken && Check,
      part: 'service',
      disabled: taken && state.adding,
      onPick: () => dispatch({ type: 'service', id }),
    });
  }

  function inVisit(): View {
    const { t } = words;
    const drop = ({ id, name }: Service) =>
      h(Button, {
        kind: 'quiet',
        icon: X,
        label: t('service.remove', { service: name }),
        onPress: () => dispatch({ type: 'drop', id }),
      });
    return html`<section class="group">
      <h3>${t('service.inVisit')}</h3>
      ${rows(
        servicesOf(catalog, chosen).map(
          (service) =>
            html`<li class="row"><b class="row-words">${service.name}</b>${chosen.length > 1 && drop(service)}</li>`,
        ),
      )}
      ${h(Button, { children: t('service.keep'), onPress: () => dispatch({ type: 'back' }) })}
    </section>`;
  }
}

function badges({ capacity, needsApproval }: Service, { t }: BookingWords): View | false {
  return (
    (capacity > 1 || needsApproval) &&
    html`<span class="badges">
      ${capacity > 1 && h(Badge, { children: t('service.group', { count: capacity }) })}
      ${needsApproval && h(Badge, { meaning: 'info', children: t('service.approval') })}
    </span>`
  );
}

/** “€48”, or “from €48” where it depends on the provider. */
function priceWords({ providers, priceMinor, currency }: Service, { t, language }: BookingWords): string {
  const prices = providers.length > 0 ? providers.map((provider) => provider.priceMinor) : [priceMinor];
  const least = Math.min(...prices);
  const price = least > 0 ? formatMoney(language, least, currency) : t('service.free');
  return Math.max(...prices) > least ? t('service.from', { price }) : price;
}
