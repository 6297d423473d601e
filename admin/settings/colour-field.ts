import { CircleCheck, TriangleAlert } from 'lucide';
import { h } from 'preact';
import { Badge } from '../../widget/kit/badge.js';
import { Button } from '../../widget/kit/button.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { contrastOf, isColour, readable, visible } from './contrast.js';
import type { SettingsWords } from './settings-words.js';

export interface ColourFieldProps {
  words: SettingsWords;
  /** As typed; '' for the usual one. */
  value: string;
  usual: string;
  onValue: (value: string) => void;
  error: string | undefined;
}

/** The colour of the business: the browser’s own picker beside its number, and whether it can be read. */
export function ColourField({ words, value, usual, onValue, error }: ColourFieldProps): View {
  const { t } = words;
  const shown = isColour(value) ? value : usual;
  const text = Math.max(contrastOf(shown, '#ffffff'), contrastOf(shown, '#000000'));
  const isPale = contrastOf(shown, '#ffffff') < visible;
  return html`<div class="colour-field">
    <div class="colour-inputs">
      <input
        type="color"
        aria-label=${t('settings.accentPick')}
        value=${shown}
        onInput=${(event: Event) => onValue((event.currentTarget as HTMLInputElement).value)}
      />
      ${h(TextField, {
        label: t('settings.accent'),
        name: 'accent',
        maxLength: 7,
        placeholder: usual,
        value,
        onValue: (typed) => onValue(typed.trim()),
        error,
      })}
      ${value !== '' && h(Button, { kind: 'quiet', onPress: () => onValue(''), children: t('settings.accentReset') })}
    </div>
    <p class="colour-said" role="status">
      ${
        isPale
          ? h(Badge, { meaning: 'warning', icon: TriangleAlert, children: t('settings.accentPale') })
          : h(Badge, { meaning: 'good', icon: CircleCheck, children: t('settings.accentGood') })
      }
      <span>${t(isPale || text < readable ? 'settings.accentPaleText' : 'settings.accentGoodText')}</span>
    </p>
  </div>`;
}
