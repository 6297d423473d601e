import { h } from 'preact';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import type { SettingsPlaceName } from './settings-places.js';
import { settingsGroups } from './settings-places.js';
import type { SettingsWords } from './settings-words.js';

/** All pages of the settings, in their groups: beside the one that is shown; with a sentence each where none is. */
export function SettingsNav({ words, current }: { words: SettingsWords; current: SettingsPlaceName | null }): View {
  const { t } = words;
  return html`<nav class=${current ? 'settings-nav' : 'settings-nav overview'} aria-label=${t('settings.title')}>
    ${settingsGroups.map(
      ({ name: group, places }) => html`<section key=${group} aria-labelledby=${`settings-group-${group}`}>
        <h2 id=${`settings-group-${group}`}>${t(`settings.group.${group}`)}</h2>
        <ul>
          ${places.map(
            ({ name, path, icon }) => html`<li key=${name}>
              <a href=${path} aria-current=${name === current ? 'page' : undefined}>
                ${h(Icon, { icon })}
                <span><b>${t(`settings.place.${name}`)}</b>${!current && html`<small>${t(`settings.about.${name}`)}</small>`}</span>
              </a>
            </li>`,
          )}
        </ul>
      </section>`,
    )}
  </nav>`;
}
