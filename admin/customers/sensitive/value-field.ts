import { Pencil, Trash2, Undo2 } from 'lucide';
import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { KeptValue } from './kept-value.js';
import type { ProfileField } from './profiles.js';
import { fieldLabel } from './profiles.js';
import { shaped, signsOf, slotsOf } from './shape.js';

export interface ValueFieldProps {
  number: number | null;
  field: ProfileField;
  /** The mask of the value that is kept. */
  masked: string | undefined;
  /** What was typed; null: to be removed; undefined: as it is. */
  draft: string | null | undefined;
  error: string | undefined;
  onDraft: (draft: string | null | undefined) => void;
}

/** One sensitive field for those who may change it. A value that is kept is masked, to reveal, change or remove. */
export function ValueField({ number, field, masked, draft, error, onDraft }: ValueFieldProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const [changing, setChanging] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const label = fieldLabel(words, field.name, field.label);
  // The button that was pressed is gone: the field takes the focus.
  useLayoutEffect(() => {
    if (changing) frame.current?.querySelector('input')?.focus();
  }, [changing]);
  // Saved elsewhere: what is kept is shown again.
  useEffect(() => setChanging(false), [masked]);
  const keep = () => {
    setChanging(false);
    onDraft(undefined);
  };
  if (masked !== undefined && number !== null && !changing && typeof draft !== 'string') {
    if (draft === null) {
      const undo = h(Button, {
        size: 'small',
        kind: 'quiet',
        icon: Undo2,
        onPress: keep,
        children: t('sensitive.keep'),
      });
      return html`<div class="kept-value" role="group" aria-label=${label}>
        <div class="kept-value-text"><span class="kept-value-label">${label}</span><span role="status">${t('sensitive.willGo')}</span></div>
        <div class="kept-value-buttons">${undo}</div>
        ${error && html`<p class="field-error">${error}</p>`}
      </div>`;
    }
    const change = () => setChanging(true);
    return h(KeptValue, {
      number,
      field: field.name,
      label,
      masked,
      may: true,
      children: [
        h(Button, { size: 'small', kind: 'quiet', icon: Pencil, onPress: change, children: t('sensitive.change') }),
        !field.required &&
          h(Button, {
            size: 'small',
            kind: 'quiet',
            icon: Trash2,
            onPress: () => onDraft(null),
            children: t('sensitive.remove'),
          }),
      ],
    });
  }
  const typed = draft ?? '';
  return html`<div class="value-field" ref=${frame}>
    ${h(TextField, {
      label,
      name: `sensitive.${field.name}`,
      required: field.required && masked === undefined,
      value: typed,
      onValue: (value) => onDraft(value === '' ? undefined : value),
      onLeave: () => typed !== '' && onDraft(shaped(field.shape, typed)),
      hint: hintOf(typed),
      error,
      // Whoever shares this machine must not be offered the last customer's number.
      autocomplete: 'off',
      maxLength: 200,
    })}
    ${masked !== undefined && h(Button, { size: 'small', kind: 'quiet', icon: Undo2, onPress: keep, children: t('sensitive.keep') })}
  </div>`;

  /** An example, and how far one has come. */
  function hintOf(text: string): string {
    const { shape, hint } = field;
    const signs = signsOf(text).length;
    if (shape === null || signs === 0) return t('sensitive.example', { example: hint });
    return t('sensitive.progress', { example: hint, typed: signs, of: slotsOf(shape) });
  }
}
