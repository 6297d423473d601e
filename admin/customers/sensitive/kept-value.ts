import { Eye, EyeOff } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { useRevealed } from './revealed.js';

export interface KeptValueProps {
  /** The customer number. */
  number: number;
  field: string;
  label: string;
  masked: string;
  /** Permission `customers.view_sensitive`. */
  may: boolean;
  /** Beneath it: where the value comes from. */
  note?: string;
  /** More buttons after Reveal. */
  children?: ComponentChildren;
}

/** A sensitive value that is kept: masked, and in full for a moment to those who may see it. */
export function KeptValue({ number, field, label, masked, may, note, children }: KeptValueProps): View {
  const { t } = useAdmin().words;
  const { value, busy, reveal, hide } = useRevealed(number, field);
  const shown = value !== null;
  return html`<div class="kept-value" role="group" aria-label=${label}>
    <div class="kept-value-text">
      <span class="kept-value-label">${label}</span>
      <span class="kept-value-value" role="status">
        ${shown ? html`<bdi>${value}</bdi>` : html`<bdi aria-hidden="true">${masked}</bdi><span class="kept-value-said">${saidOf(masked)}</span>`}
      </span>
      ${note && html`<span class="field-hint">${note}</span>`}
    </div>
    ${
      may &&
      html`<div class="kept-value-buttons">
        ${h(Button, {
          size: 'small',
          kind: 'quiet',
          icon: shown ? EyeOff : Eye,
          busy,
          label: t(shown ? 'sensitive.hideField' : 'sensitive.revealField', { field: label }),
          onPress: shown ? hide : reveal,
          children: t(shown ? 'sensitive.hide' : 'sensitive.reveal'),
        })}
        ${children}
      </div>`
    }
  </div>`;

  /** A row of bullets is noise to listen to. */
  function saidOf(text: string): string {
    const end = text.slice(text.lastIndexOf('•') + 1).replace(/^[^\p{L}\p{N}]+/u, '');
    return end === '' ? t('sensitive.hidden') : t('sensitive.endsIn', { end });
  }
}
