import { ArrowLeft } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { Page } from '../kit/page.js';
import navCss from './settings-nav.css';
import { SettingsNav } from './settings-nav.js';
import css from './settings-page.css';
import type { SettingsPlaceName } from './settings-places.js';
import { settingsWords } from './settings-words.js';

style(navCss);
style(css);

export interface SettingsFrameProps {
  place: SettingsPlaceName;
  /** Takes the room beside the navigation that a form leaves: for a preview. */
  wide?: boolean;
  children: ComponentChildren;
}

/** One page of the settings, with the way to the others beside it; on telephones, back to all of them. */
export function SettingsFrame({ place, wide, children }: SettingsFrameProps): View {
  const words = settingsWords(useAdmin().words.language);
  const { t } = words;
  const back = h(Button, {
    kind: 'quiet',
    size: 'small',
    icon: ArrowLeft,
    iconTurns: true,
    href: '/admin/settings',
    class: 'settings-back',
    label: t('settings.all'),
  });
  return h(Page, {
    title: t(`settings.place.${place}`),
    lead: back,
    children: html`<div class=${wide ? 'settings-frame wide' : 'settings-frame'}>
      ${h(SettingsNav, { words, current: place })}
      <div class="settings-content">${children}</div>
    </div>`,
  });
}
