import type { Words } from '../../widget/kit/words.js';
import { wordsWith } from '../admin-words.js';
import type { en } from '../locales/en.js';
import { setupDe } from './words/de.js';
import { setupEn } from './words/en.js';

export type SetupWords = Words<typeof en & typeof setupEn>;

/** The words of the set-up, beside those of the admin. */
export const setupWords = (language: string): SetupWords => wordsWith({ en: setupEn, de: setupDe }, language);
