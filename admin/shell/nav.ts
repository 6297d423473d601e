import { Ellipsis } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { Popover } from '../kit/popover.js';
import { useNarrow } from '../kit/use-narrow.js';
import css from './nav.css';
import type { Place } from './places.js';

style(css);

/** As many as fit side by side on a telephone, with the button for the rest. */
const mostInBar = 5;

/** The places that an account may see: a list at the side; on telephones a bar at the bottom with the first ones, and the rest behind a button. */
export function Nav({ places, path }: { places: readonly Place[]; path: string }): View {
  const { t } = useAdmin().words;
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [path, narrow]);
  const current = path === '/admin' ? places[0]?.path : path;
  const isCurrent = (place: Place): boolean => current === place.path || current?.startsWith(`${place.path}/`) === true;
  const fits = !narrow || places.length <= mostInBar;
  const front = fits ? places : places.slice(0, mostInBar - 1);
  const rest = fits ? [] : places.slice(mostInBar - 1);
  const hidden = rest.find(isCurrent);
  const link = (place: Place): View => html`<a href=${place.path} aria-current=${isCurrent(place) ? 'page' : undefined}>
    ${h(Icon, { icon: place.icon })}<span>${t(place.word)}</span>
  </a>`;
  return html`<nav class="nav" aria-label=${t('nav.label')}>
    <ul>
      ${front.map((place) => html`<li key=${place.path}>${link(place)}</li>`)}
      ${
        rest.length > 0 &&
        html`<li>${h(Popover, {
          open,
          onOpen: setOpen,
          label: t('nav.more'),
          class: 'nav-more',
          trigger: html`<button type="button" aria-expanded=${open ? 'true' : 'false'} class=${hidden ? 'holds' : ''} onClick=${() => setOpen(!open)}>
            ${h(Icon, { icon: hidden?.icon ?? Ellipsis })}<span>${hidden ? t(hidden.word) : t('nav.more')}</span>
          </button>`,
          children: html`<ul>${rest.map((place) => html`<li key=${place.path}>${link(place)}</li>`)}</ul>`,
        })}</li>`
      }
    </ul>
  </nav>`;
}
