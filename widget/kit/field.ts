import { CircleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { useId } from 'preact/hooks';
import css from './field.css';
import type { View } from './html.js';
import { html } from './html.js';
import { Icon } from './icon.js';
import { style } from './styles.js';

style(css);

export interface FieldProps {
  label: string;
  name: string;
  /** Beside the label, muted: “optional”. */
  note?: string | false;
  /** Shown while there is no error. */
  hint?: ComponentChildren;
  /** What is wrong and what to do; shown beside the field and tied to it by aria-describedby. */
  error?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  /** Fired when the focus leaves: the time to validate. */
  onLeave?: () => void;
}

/** What a control has of its field: all but what is shown around it, and what ties it to that. */
function useControl({ label, note, hint, error, onLeave, ...attributes }: FieldProps) {
  const id = useId();
  return {
    ...attributes,
    id,
    'aria-describedby': error ? `${id}-error` : hint ? `${id}-hint` : undefined,
    'aria-invalid': error ? true : undefined,
    onBlur: onLeave,
  };
}

const frame = (id: string, { label, note, hint, error }: FieldProps, control: View): View => html`<div class="field">
  <label for=${id}>${label}${note && html`<span class="field-note">${note}</span>`}</label>
  ${control}${beneath(id, hint, error)}
</div>`;

const beneath = (id: string, hint: ComponentChildren, error: string | undefined) =>
  error
    ? html`<p class="field-error" id=${`${id}-error`}>${h(Icon, { icon: CircleAlert, size: 16 })}<span>${error}</span></p>`
    : hint && html`<p class="field-hint" id=${`${id}-hint`}>${hint}</p>`;

type Control = HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement;
const read = (onValue: (value: string) => void) => (event: Event) => onValue((event.currentTarget as Control).value);

export interface TextFieldProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'number' | 'date' | 'time' | 'url';
  autocomplete?: string;
  maxLength?: number;
  placeholder?: string;
  min?: string | number;
  max?: string | number;
}

/** One line of text, in any of the types that browsers help with. */
export function TextField({ onValue, ...field }: TextFieldProps): View {
  const control = useControl(field);
  const { type } = field;
  const input = h('input', {
    type: 'text',
    ...control,
    // The browser's own type-specific keyboards; addresses and numbers read left to right in every language.
    dir: type === 'email' || type === 'tel' || type === 'url' ? 'ltr' : 'auto',
    autocapitalize: type === 'email' ? 'off' : undefined,
    spellcheck: type ? false : undefined,
    onInput: read(onValue),
  } as object);
  return frame(control.id, field, input);
}

export interface TextAreaProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  rows?: number;
  maxLength?: number;
}

/** Several lines of text. */
export function TextArea({ onValue, ...field }: TextAreaProps): View {
  const control = useControl(field);
  return frame(
    control.id,
    field,
    h('textarea', { rows: 3, dir: 'auto', ...control, onInput: read(onValue) } as object),
  );
}

export interface SelectFieldProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  options: readonly { value: string; label: string }[];
}

/** A choice of one from a list that is too long for buttons. */
export function SelectField({ onValue, options, ...field }: SelectFieldProps): View {
  const control = useControl(field);
  const choices = options.map(({ value, label }) => h('option', { value, selected: value === field.value }, label));
  return frame(control.id, field, h('select', { ...control, onChange: read(onValue) } as object, choices));
}

export interface CheckboxProps extends Omit<FieldProps, 'label'> {
  label: ComponentChildren;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}

/** A box to tick; the whole line is the target. */
export function Checkbox({ label, onChecked, ...field }: CheckboxProps): View {
  const control = useControl(field as unknown as FieldProps);
  const onChange = (event: Event) => onChecked((event.currentTarget as HTMLInputElement).checked);
  return html`<div class="field">
    <label class="tick" for=${control.id}>${h('input', { ...control, type: 'checkbox', onChange } as object)}<span>${label}</span></label>
    ${beneath(control.id, field.hint, field.error)}
  </div>`;
}
