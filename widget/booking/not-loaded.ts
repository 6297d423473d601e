import { h } from 'preact';
import { Button } from '../kit/button.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { Notice } from '../kit/notice.js';
import type { BookingWords } from './types.js';

/** What can't be done without could not be fetched; with the way to try again. */
export const notLoaded = ({ t }: BookingWords, onPress: () => void, title = t('trouble.loadAll')): View =>
  h(Notice, {
    meaning: 'danger',
    title,
    children: [html`<p>${t('trouble.loadText')}</p>`, h(Button, { children: t('retry'), onPress })],
  });
