import type { Words } from '../../widget/kit/words.js';
import { wordsWith } from '../admin-words.js';
import type { en } from '../locales/en.js';
import { settingsDe } from './words/de.js';
import { settingsEn } from './words/en.js';

export type SettingsWords = Words<typeof en & typeof settingsEn>;

let kept: SettingsWords | undefined;

/** The words of the settings, beside those of the admin. */
export function settingsWords(language: string): SettingsWords {
  if (kept?.language !== language) kept = wordsWith({ en: settingsEn, de: settingsDe }, language);
  return kept;
}
