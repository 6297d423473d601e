import { CalendarCheck } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { PaletteButton } from '../palette/palette-button.js';
import { AccountMenu } from './account-menu.js';
import { Bell } from './bell.js';
import { Nav } from './nav.js';
import { places } from './places.js';
import css from './shell.css';

style(css);

/** The frame of every page: the business, the nouns, who is signed in. A sidebar, on telephones a bar at the bottom. */
export function Shell({ children }: { children: ComponentChildren }): View {
  const { words, site, may } = useAdmin();
  const { path } = useLocation();
  const { t } = words;
  const main = useRef<HTMLElement>(null);
  const seen = useRef(path);
  useEffect(() => {
    // A new page begins at its top, for eyes and for the keyboard alike.
    if (seen.current === path) return;
    seen.current = path;
    scrollTo(0, 0);
    main.current?.focus();
  }, [path]);
  const allowed = places.filter(({ permission }) => permission === null || may(permission));
  const skip = (event: Event) => {
    event.preventDefault();
    main.current?.focus();
  };
  return html`<div class="shell">
    <a class="skip" href="#main" onClick=${skip}>${t('nav.skip')}</a>
    <header class="brand">
      <span class="brand-mark">${h(Icon, { icon: CalendarCheck, size: 20 })}</span><span>${site.name}</span>
      ${h(PaletteButton, null)}${h(Bell, null)}
    </header>
    ${h(Nav, { places: allowed, path })}
    <section class="account" aria-label=${t('account.label')}>${h(AccountMenu, null)}</section>
    <main id="main" ref=${main} tabindex="-1">${children}</main>
  </div>`;
}
