import { ChevronRight, MapPin } from 'lucide';
import { h } from 'preact';
import { zonePlace } from '../../kit/dates.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Icon } from '../../kit/icon.js';
import { useBooking } from '../context.js';
import { locationsFor } from '../visit.js';

/** Where, if there is a choice. */
export function LocationStep(): View {
  const { choice, state, words, dispatch } = useBooking();
  const locations = locationsFor(choice, state.visit.services);
  const zones = new Set(locations.map(({ timeZone }) => timeZone));
  return html`<ul class="card rows">
    ${locations.map(
      ({ id, name, address, timeZone }) => html`<li key=${id}>
        <button type="button" class="row" part="location" onClick=${() => dispatch({ type: 'location', id })}>
          <span class="avatar">${h(Icon, { icon: MapPin })}</span>
          <span class="row-words">
            <span class="row-name">${name}</span>
            <span class="row-text">${address}</span>
          </span>
          ${zones.size > 1 && html`<span class="row-text aside">${words.t('location.clock', { place: zonePlace(timeZone) })}</span>`}
          ${h(Icon, { icon: ChevronRight, turns: true })}
        </button>
      </li>`,
    )}
  </ul>`;
}
