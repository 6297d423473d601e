import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { formatDay, formatTime, visitorZone } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import css from './activity-tab.css';
import { actionOf, changeWords, sentenceOf } from './activity-words.js';
import type { ActivityEntry } from './detail-types.js';

style(css);

/** Rows of the trail in words, as they come. */
export const EntryList = ({ entries }: { entries: readonly ActivityEntry[] }): View =>
  html`<ol class="activity-list">${entries.map((entry) => h(Entry, { key: entry.key, entry }))}</ol>`;

/** One thing that happened: who did what, what changed, and when. */
export function Entry({ entry, children }: { entry: ActivityEntry; children?: ComponentChildren }): View {
  const { words, may } = useAdmin();
  const { t, language } = words;
  const { icon } = actionOf(entry.action);
  const zone = visitorZone();
  const message = entry.facts['message'];
  const changes = entry.changes.map((change) => changeWords(words, change)).filter((text) => text !== null);
  return html`<li class="activity-entry">
    <span class="activity-icon">${h(Icon, { icon, size: 16 })}</span>
    <div>
      <p>${sentenceOf(words, entry)}</p>
      ${changes.length > 0 && html`<ul class="activity-changes">${changes.map((text) => html`<li>${text}</li>`)}</ul>`}
      ${
        typeof message === 'number' &&
        may('messages.view') &&
        html`<a href=${`/admin/messages?open=${message}`}>${t('activity.showMail')}</a>`
      }
      ${children}
    </div>
    <time datetime=${entry.at} class="tabular">${formatDay(language, entry.at, 'numeric', zone)}, ${formatTime(language, entry.at, zone)}</time>
  </li>`;
}
