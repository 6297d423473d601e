import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';

const placeholders = [
  { name: 'first_name', word: 'mail.placeholder.firstName' },
  { name: 'last_name', word: 'mail.placeholder.lastName' },
  { name: 'name', word: 'mail.placeholder.name' },
  { name: 'business', word: 'mail.placeholder.business' },
] as const;

/** Buttons that put a placeholder where the cursor is. */
export function PlaceholderBar({ onInsert }: { onInsert: (text: string) => void }): View {
  const { t } = useAdmin().words;
  return html`<div class="mail-placeholders" role="group" aria-label=${t('mail.placeholders')}>
    ${placeholders.map(({ name, word }) =>
      h(Button, { key: name, size: 'small', onPress: () => onInsert(`{{ ${name} }}`), children: t(word) }),
    )}
  </div>`;
}

/** Text with something put in the place of what is selected in its field, and where the cursor is then. */
export function inserted(
  { value, selectionStart, selectionEnd }: { value: string; selectionStart: number; selectionEnd: number },
  text: string,
): { value: string; cursor: number } {
  return {
    value: value.slice(0, selectionStart) + text + value.slice(selectionEnd),
    cursor: selectionStart + text.length,
  };
}
