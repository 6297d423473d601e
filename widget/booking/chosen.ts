import { CalendarDays, MapPin, Plus, Sparkles, User } from 'lucide';
import { h } from 'preact';
import { formatDay, formatTime } from '../kit/dates.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { Icon } from '../kit/icon.js';
import { useBooking } from './context.js';
import type { Step } from './state.js';
import { stepsOf } from './state.js';
import { mostServices, servicesOf } from './visit.js';
import { zonesOf } from './zones.js';

const icons = { service: Sparkles, location: MapPin, provider: User, time: CalendarDays };

/** What was chosen so far, in one line; each part leads back to its step. */
export function Chosen(): View | null {
  const booking = useBooking();
  const { choice, state, words, ownZone, dispatch } = booking;
  const { catalog } = choice;
  const { visit, step } = state;
  const { t, language } = words;
  const steps = stepsOf(choice, visit);
  const before = (other: Step) => !steps.includes(other) || steps.indexOf(other) < steps.indexOf(step);
  if (step === 'service' || visit.services.length === 0) return null;
  const { shown } = zonesOf(choice, state, ownZone);
  const provider = catalog.providers.find(({ id }) => id === visit.provider);
  const location = catalog.locations.find(({ id }) => id === visit.location);
  const parts: [keyof typeof icons, string | undefined][] = [
    [
      'service',
      servicesOf(catalog, visit.services)
        .map(({ name }) => name)
        .join(' + '),
    ],
    ['location', location && catalog.locations.length > 1 && before('location') ? location.name : undefined],
    [
      'provider',
      before('provider') && visit.providerDecided && catalog.providers.length > 1
        ? (provider?.name ?? t('provider.any'))
        : undefined,
    ],
    [
      'time',
      visit.slot && step === 'details'
        ? `${formatDay(language, visit.slot.start, 'short', shown)}, ${formatTime(language, visit.slot.start, shown)}`
        : undefined,
    ],
  ];
  const canAdd =
    step === 'time' && steps.includes('service') && visit.services.length < mostServices && catalog.services.length > 1;
  return html`<div class="chosen" role="group" aria-label=${t('chosen')}>
    ${parts.map(([name, text]) => {
      if (!text) return null;
      const inside = html`${h(Icon, { icon: icons[name], size: 16 })}<span>${text}</span>`;
      if (!steps.includes(name)) return html`<span class="pill">${inside}</span>`;
      const onClick = () => dispatch({ type: 'go', step: name });
      return html`<button type="button" class="pill" aria-label=${t('change', { what: text })} onClick=${onClick}>${inside}</button>`;
    })}
    ${
      canAdd &&
      html`<button type="button" class="pill add" onClick=${() => dispatch({ type: 'add' })}>
        ${h(Icon, { icon: Plus, size: 16 })}<span>${t('service.add')}</span>
      </button>`
    }
  </div>`;
}
