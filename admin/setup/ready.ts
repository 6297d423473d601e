import { ArrowRight, ExternalLink } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { style } from '../../widget/kit/styles.js';
import { BookingPreview } from './booking-preview.js';
import { EmbedCode, embedCode } from './embed-code.js';
import css from './ready.css';
import type { SetupWords } from './setup-words.js';

style(css);

export interface ReadyProps {
  words: SetupWords;
  business: string;
  /** Where people reach this server. */
  publicUrl: string;
  onAdmin: () => void;
}

/** The end of the set-up: the booking page, alive, and what to paste. */
export function Ready({ words, business, publicUrl, onAdmin }: ReadyProps): View {
  const { t } = words;
  const [booked, setBooked] = useState(false);
  const label = words.language.startsWith('de') ? 'Online buchen' : 'Book online';
  return html`<div class="setup-ready">
    <div class="setup-ready-words">
      <h1 tabindex="-1">${t('setup.ready', { name: business })}</h1>
      <p>${t('setup.readyText')}</p>
      <div role="status">${booked && h(Notice, { meaning: 'good', title: t('setup.booked'), children: t('setup.bookedText') })}</div>
      <section aria-labelledby="setup-embed">
        <h2 id="setup-embed">${t('setup.embed')}</h2>
        <p>${t('setup.embedText')}</p>
        ${h(EmbedCode, {
          code: embedCode(publicUrl, {}, label),
          label: t('setup.code'),
          copy: t('setup.copy'),
          copied: t('setup.copied'),
        })}
      </section>
      <div class="setup-ready-actions">
        ${h(Button, { kind: 'primary', icon: ArrowRight, iconTurns: true, onPress: onAdmin, children: t('setup.openAdmin') })}
        ${h(Button, { icon: ExternalLink, href: '/', newTab: true, children: t('setup.openPage') })}
      </div>
    </div>
    ${h(BookingPreview, { label: t('setup.preview'), onBooked: () => setBooked(true) })}
  </div>`;
}
