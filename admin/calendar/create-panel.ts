import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { formatDay, formatTime } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import type { CalendarState } from './calendar-state.js';
import type { Drop } from './dragging.js';
import type { CalendarAnswer } from './types.js';

export interface CreatePanelProps {
  drop: Drop;
  data: CalendarAnswer;
  state: CalendarState;
  onClose: () => void;
}

/** Leads from free time that was marked to “Create appointment”, with what the place of the mark says already. */
export function CreatePanel({ drop, data, state, onClose }: CreatePanelProps): View {
  const { t, language } = useAdmin().words;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    element.current?.querySelector<HTMLElement>('.button.primary')?.focus({ preventScroll: true });
  }, []);
  const provider = data.providers.find(({ id }) => id === drop.provider);
  const at = new Date(drop.start).toISOString().slice(0, 19);
  const within = provider?.windows.find(({ start, end }) => start <= `${at}Z` && `${at}Z` < end);
  const query = new URLSearchParams({ start: `${at}Z` });
  if (provider) query.set('provider', String(provider.id));
  const location = state.location || within?.location;
  if (location) query.set('location', String(location));
  if (state.service) query.set('service', state.service);
  const facts = {
    day: formatDay(language, drop.start, 'short', data.timezone),
    time: formatTime(language, drop.start, data.timezone),
  };
  const label = provider ? t('calendar.newWith', { ...facts, provider: provider.name }) : t('calendar.newAt', facts);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return html`<div class="move-panel" ref=${element} role="dialog" aria-label=${label} onKeyDown=${onKey}>
    <p>${label}</p>
    <div class="move-actions">
      ${h(Button, { size: 'small', onPress: onClose, children: t('move.cancel') })}
      ${h(Button, { kind: 'primary', size: 'small', href: `/admin/appointments/new?${query}`, children: t('create.title') })}
    </div>
  </div>`;
}
