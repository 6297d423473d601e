import { UserRound } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { style } from '../../../widget/kit/styles.js';
import css from './portrait.css';

style(css);

export interface PortraitProps {
  /** The picture's address as the record has it, or a `data:` address; null: the person icon (FEATURES A045). */
  picture: string | null;
  /** Whose it is, for a portrait that stands alone. Without it, the name stands next to it and the portrait is silent. */
  name?: string;
  /** Edge in px. */
  size?: number;
}

/** A customer's picture in a small round, or the icon of a person. */
export function Portrait({ picture, name = '', size = 32 }: PortraitProps): View {
  const [broken, setBroken] = useState(false);
  useEffect(() => setBroken(false), [picture]);
  const edge = { inlineSize: `${size}px`, blockSize: `${size}px` };
  if (picture === null || broken) {
    const said = name === '' ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': name };
    return html`<span class="portrait" style=${edge} ...${said}>${h(Icon, { icon: UserRound, size: Math.round(size * 0.6) })}</span>`;
  }
  // Pictures of our own come in two sizes; one from elsewhere is taken as it is.
  const sized = picture.startsWith('/api/')
    ? `${picture}${picture.includes('?') ? '&' : '?'}size=${size > 64 ? 256 : 64}`
    : picture;
  return html`<span class="portrait" style=${edge}>
    <img src=${sized} alt=${name} width=${size} height=${size} loading="lazy" decoding="async" onError=${() => setBroken(true)} />
  </span>`;
}
