import { h } from 'preact';
import { statusLook } from '../../widget/kit/badge.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { style } from '../../widget/kit/styles.js';
import css from './event-card.css';
import type { EventWords } from './event-words.js';
import type { CalendarEvent } from './types.js';

style(css);

export interface EventCardProps {
  event: CalendarEvent;
  said: EventWords;
  href: string;
  open: boolean;
  past: boolean;
  /** Room for one line, or for several. */
  size: 'line' | 'tall';
  /** Its edges can be drawn to another length. */
  resizable?: boolean;
}

/** An appointment as a card: status, time, customer, service, and the places taken of a group, in whatever room there is. */
export function EventCard({ event, said, href, open, past, size, resizable }: EventCardProps): View {
  const { status } = event;
  const look = `event-card ${size} ${status} ${statusLook[status].meaning}${past ? ' past' : ''}`;
  return html`<a
    class=${look}
    href=${href}
    draggable=${false}
    data-appointment=${event.id}
    title=${said.sentence}
    aria-current=${open ? 'true' : undefined}
    style=${{ '--own': said.colour }}
  >
    <span class="hidden-text">${said.sentence}</span>
    ${h(Icon, { icon: statusLook[status].icon, size: 14 })}
    <span class="event-time" aria-hidden="true">${said.time}</span>
    <span class="event-who" aria-hidden="true">${said.customer}</span>
    <span class="event-what" aria-hidden="true">${said.service}</span>
    <span class="event-status" aria-hidden="true">${said.status}</span>
    ${said.count && html`<span class="event-count" aria-hidden="true">${said.count}</span>`}
    ${resizable && html`<span class="event-edge" data-edge></span>`}
  </a>`;
}
