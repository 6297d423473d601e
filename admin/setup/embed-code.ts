import { Check, Copy } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import css from './embed-code.css';

style(css);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The two lines that a website needs (README, “Embed”). `origin` without a slash at its end; empty attributes are left out. */
export function embedCode(origin: string, attributes: Readonly<Record<string, string>>, label: string): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== '');
  const written = given.map(([name, value]) => (value === 'true' ? ` ${name}` : ` ${name}="${escaped(value)}"`));
  return `<script async src="${origin}/embed/v1.js"></script>
<bookpane-booking${written.join('')}><a href="${origin}/">${escaped(label)}</a></bookpane-booking>`;
}

export interface EmbedCodeProps {
  code: string;
  /** What the field is called, and the button before and after it was pressed. */
  label: string;
  copy: string;
  copied: string;
}

/** Code to copy. */
export function EmbedCode({ code, label, copy, copied }: EmbedCodeProps): View {
  const [done, setDone] = useState('');
  const press = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setDone(code);
    } catch {
      // Without the right to write there (no https), it is selected, for the keys to copy.
      document.querySelector<HTMLTextAreaElement>('.embed-code textarea')?.select();
    }
  };
  const isDone = done === code;
  return html`<div class="embed-code">
    <textarea readonly rows="5" spellcheck="false" dir="ltr" aria-label=${label}>${code}</textarea>
    ${h(Button, { size: 'small', icon: isDone ? Check : Copy, onPress: press, children: isDone ? copied : copy })}
    <span class="hidden-text" role="status">${isDone ? copied : ''}</span>
  </div>`;
}
