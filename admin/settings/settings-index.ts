import { h } from 'preact';
import type { View } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { Page } from '../kit/page.js';
import css from './settings-nav.css';
import { SettingsNav } from './settings-nav.js';
import { settingsWords } from './settings-words.js';

style(css);

/** What can be set, and where. */
export function SettingsIndex(): View {
  const words = settingsWords(useAdmin().words.language);
  return h(Page, { title: words.t('settings.title'), children: h(SettingsNav, { words, current: null }) });
}
