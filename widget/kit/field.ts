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
  note?: string;
  /** Shown while there is no error. */
  hint?: ComponentChildren;
  /** What is wrong and what to do; shown beside the field and tied to it by aria-describedby. */
  error?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  /** Fired when the focus leaves: the time to validate. */
  onLeave?: () => void;
}

/** What ties a control to its label, hint and error. */
function useWiring({ name, hint, error, required, disabled, onLeave }: FieldProps) {
  const id = useId();
  const describedBy = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return {
    id,
    control: {
      id,
      name,
      disabled,
      required,
      'aria-describedby': describedBy,
      'aria-invalid': error ? 'true' : undefined,
      onBlur: onLeave,
    },
  };
}

function Frame({ id, field, children }: { id: string; field: FieldProps; children: ComponentChildren }): View {
  return html`<div class="field">
    <label for=${id}>${field.label}${field.note && html`<span class="field-note">${field.note}</span>`}</label>
    ${children}${h(Beneath, { id, hint: field.hint, error: field.error })}
  </div>`;
}

function Beneath({ id, hint, error }: { id: string; hint?: ComponentChildren; error?: string | undefined }) {
  return html`${hint && !error && html`<p class="field-hint" id=${`${id}-hint`}>${hint}</p>`}
  ${error && html`<p class="field-error" id=${`${id}-error`}>${h(Icon, { icon: CircleAlert, size: 16 })}<span>${error}</span></p>`}`;
}

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
export function TextField(props: TextFieldProps): View {
  const { id, control } = useWiring(props);
  const input = h('input', {
    ...control,
    type: props.type ?? 'text',
    value: props.value,
    // The browser's own type-specific keyboards; addresses and numbers read left to right in every language.
    dir: props.type === 'email' || props.type === 'tel' || props.type === 'url' ? 'ltr' : 'auto',
    autocomplete: props.autocomplete,
    autocapitalize: props.type === 'email' ? 'off' : undefined,
    spellcheck: props.type ? false : undefined,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    min: props.min,
    max: props.max,
    onInput: (event: Event) => props.onValue((event.currentTarget as HTMLInputElement).value),
  } as object);
  return h(Frame, { id, field: props, children: input });
}

export interface TextAreaProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  rows?: number;
  maxLength?: number;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps): View {
  const { id, control } = useWiring(props);
  const area = h('textarea', {
    ...control,
    value: props.value,
    rows: props.rows ?? 3,
    dir: 'auto',
    maxLength: props.maxLength,
    onInput: (event: Event) => props.onValue((event.currentTarget as HTMLTextAreaElement).value),
  } as object);
  return h(Frame, { id, field: props, children: area });
}

export interface SelectFieldProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  options: readonly { value: string; label: string }[];
}

/** A choice of one from a list that is too long for buttons. */
export function SelectField(props: SelectFieldProps): View {
  const { id, control } = useWiring(props);
  const select = h(
    'select',
    {
      ...control,
      value: props.value,
      onChange: (event: Event) => props.onValue((event.currentTarget as HTMLSelectElement).value),
    } as object,
    props.options.map(({ value, label }) => h('option', { value, selected: value === props.value }, label)),
  );
  return h(Frame, { id, field: props, children: select });
}

export interface CheckboxProps extends Omit<FieldProps, 'label'> {
  label: ComponentChildren;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}

/** A box to tick; the whole line is the target. */
export function Checkbox(props: CheckboxProps): View {
  const { id, control } = useWiring(props as unknown as FieldProps);
  const box = h('input', {
    ...control,
    type: 'checkbox',
    checked: props.checked,
    onChange: (event: Event) => props.onChecked((event.currentTarget as HTMLInputElement).checked),
  } as object);
  return html`<div class="field">
    <label class="tick" for=${id}>${box}<span>${props.label}</span></label>${h(Beneath, { id, hint: props.hint, error: props.error })}
  </div>`;
}
