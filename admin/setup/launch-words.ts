import type { Words } from '../../widget/kit/words.js';
import { wordsWith } from '../admin-words.js';
import type { en } from '../locales/en.js';
import { launchDe } from './words/launch-de.js';
import { launchEn } from './words/launch-en.js';

export type LaunchWords = Words<typeof en & typeof launchEn>;

/** The words of the launch checklist, beside those of the admin. */
export const launchWords = (language: string): LaunchWords => wordsWith({ en: launchEn, de: launchDe }, language);
