import { ChevronDown, CircleAlert } from 'lucide';
import { h } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { style } from '../../widget/kit/styles.js';
import css from './combo-field.css';
import type { ComboOption } from './combo-matches.js';
import { exactMatch, matchesOf } from './combo-matches.js';

style(css);

export interface ComboFieldProps {
  label: string;
  name: string;
  /** '' while nothing is chosen. */
  value: string;
  options: readonly ComboOption[];
  onValue: (value: string) => void;
  onLeave?: () => void;
  /** Options that come from a server are fetched by what is being typed. */
  onTyped?: (text: string) => void;
  /** Said when nothing fits what was typed. */
  noneLabel: string;
  note?: string | false | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  placeholder?: string | undefined;
}

/** One of a long list, found by typing (the combobox pattern of the ARIA practices: the focus stays in the field). */
export function ComboField(props: ComboFieldProps): View {
  const { label, name, value, options, onValue, onLeave, noneLabel, note, hint, error, required, placeholder } = props;
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  /** What is being typed; null: the field shows what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const chosen = options.find((option) => option.value === value);
  const matches = open ? matchesOf(options, typed ?? '') : [];
  const at = Math.min(active, matches.length - 1);

  useEffect(() => {
    if (open) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [open, at]);

  const close = () => {
    setOpen(false);
    setTyped(null);
    setActive(-1);
  };
  const choose = (next: string) => {
    close();
    if (next !== value) onValue(next);
  };
  const show = () => {
    setOpen(true);
    setActive(Math.max(0, options.indexOf(chosen as ComboOption)));
  };
  const leave = () => {
    // What was typed in full is meant, though it was not picked from the list.
    if (typed !== null) choose(typed.trim() === '' ? '' : (exactMatch(options, typed)?.value ?? value));
    else close();
    onLeave?.();
  };
  const onKey = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return show();
      const step = key === 'ArrowDown' ? 1 : -1;
      setActive((at + step + matches.length) % Math.max(1, matches.length));
    } else if (key === 'Enter' && open && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const match = matches[at];
      if (match) choose(match.value);
    } else if (key === 'Escape' && open) {
      // The list alone is closed, not the drawer around it.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  const onInput = (event: Event) => {
    const text = (event.currentTarget as HTMLInputElement).value;
    setTyped(text);
    props.onTyped?.(text);
    setOpen(true);
    setActive(0);
  };
  const input = {
    id,
    name,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: false,
    dir: 'auto',
    required,
    placeholder,
    value: typed ?? chosen?.label ?? value,
    'aria-autocomplete': 'list',
    'aria-expanded': open ? 'true' : 'false',
    'aria-controls': open ? `${id}-list` : undefined,
    'aria-activedescendant': open && matches[at] ? `${id}-${at}` : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error || hint ? `${id}-said` : undefined,
    onInput,
    onKeyDown: onKey,
    onClick: () => !open && show(),
    onFocus: (event: Event) => (event.currentTarget as HTMLInputElement).select(),
    onBlur: leave,
  };
  const option = ({ value: own, label: text }: ComboOption, index: number) => html`<li
    id=${`${id}-${index}`}
    role="option"
    aria-selected=${own === value ? 'true' : 'false'}
    class=${index === at ? 'active' : ''}
    onMouseDown=${(event: Event) => event.preventDefault()}
    onClick=${() => choose(own)}
  >${text}</li>`;
  return html`<div class="field combo">
    <label for=${id}>${label}${note && html`<span class="field-note">${note}</span>`}</label>
    <div class="combo-box">
      ${h('input', input as object)}
      ${h(Icon, { icon: ChevronDown, size: 16 })}
      ${
        open &&
        (matches.length > 0
          ? html`<ul ref=${list} id=${`${id}-list`} role="listbox" aria-label=${label}>${matches.map(option)}</ul>`
          : html`<p id=${`${id}-list`} class="combo-none" role="status">${noneLabel}</p>`)
      }
    </div>
    ${
      error
        ? html`<p class="field-error" id=${`${id}-said`}>${h(Icon, { icon: CircleAlert, size: 16 })}<span>${error}</span></p>`
        : hint && html`<p class="field-hint" id=${`${id}-said`}>${hint}</p>`
    }
  </div>`;
}
