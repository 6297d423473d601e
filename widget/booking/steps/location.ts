import { MapPin } from 'lucide';
import { h } from 'preact';
import { zonePlace } from '../../kit/dates.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Icon } from '../../kit/icon.js';
import type { StepProps } from '../context.js';
import { row, rows } from '../row.js';
import { locationsFor } from '../visit.js';

/** Where, if there is a choice. */
export function LocationStep({ booking }: StepProps): View {
  const { choice, state, words, dispatch } = booking;
  const locations = locationsFor(choice, state.visit.services);
  const zones = new Set(locations.map(({ timeZone }) => timeZone));
  return rows(
    locations.map(({ id, name, address, timeZone }) =>
      row({
        lead: html`<span class="avatar">${h(Icon, { icon: MapPin })}</span>`,
        name,
        text: [address, zones.size > 1 && words.t('location.clock', { place: zonePlace(timeZone) })],
        part: 'location',
        onPick: () => dispatch({ type: 'location', id }),
      }),
    ),
  );
}
