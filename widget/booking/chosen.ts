import type { IconNode } from 'lucide';
import { Calendar, MapPin, Plus, User } from 'lucide';
import { h } from 'preact';
import { formatDay, formatTime } from '../kit/dates.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { Icon } from '../kit/icon.js';
import type { StepProps } from './context.js';
import type { Step } from './state.js';
import { stepsOf } from './state.js';
import { byId, mostServices, servicesOf } from './visit.js';
import { zonesOf } from './zones.js';

/** What was chosen so far, in one line; each part leads back to its step. */
export function Chosen({ booking }: StepProps): View | null {
  const { choice, state, words, ownZone, dispatch } = booking;
  const { catalog } = choice;
  const { visit, step } = state;
  const { t, language } = words;
  const steps = stepsOf(choice, visit);
  const { shown } = zonesOf(choice, state, ownZone);
  const provider = byId(catalog.providers, visit.provider);
  const location = byId(catalog.locations, visit.location);
  const start = visit.slot?.start;
  const canAdd =
    step === 'time' && steps.includes('service') && visit.services.length < mostServices && catalog.services.length > 1;
  return html`<div class="so-far" role="group" aria-label=${t('chosen')}>
    ${pill(
      'service',
      null,
      servicesOf(catalog, visit.services)
        .map(({ name }) => name)
        .join(' + '),
    )}
    ${pill('location', MapPin, location && catalog.locations.length > 1 && location.name)}
    ${pill('provider', User, visit.providerDecided && catalog.providers.length > 1 && (provider?.name ?? t('provider.any')))}
    ${pill('time', Calendar, start && `${formatDay(language, start, 'short', shown)}, ${formatTime(language, start, shown)}`)}
    ${
      canAdd &&
      html`<button type="button" class="pill add" onClick=${() => dispatch({ type: 'add' })}>
        ${h(Icon, { icon: Plus, size: 16 })}<span>${t('service.add')}</span>
      </button>`
    }
  </div>`;

  function pill(name: Step, icon: IconNode | null, text: string | false | undefined): View | null {
    const isStep = steps.includes(name);
    if (!text || (isStep && steps.indexOf(name) >= steps.indexOf(step))) return null;
    const inside = html`${icon && h(Icon, { icon, size: 16 })}<span>${text}</span>`;
    if (!isStep) return html`<span class="pill">${inside}</span>`;
    const onClick = () => dispatch({ type: 'go', step: name });
    return html`<button type="button" class="pill" aria-label=${t('change', { what: text })} onClick=${onClick}>${inside}</button>`;
  }
}
