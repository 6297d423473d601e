import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import css from './popover.css';

style(css);

export interface PopoverProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  /** The button that opens it; it says `aria-expanded` itself. */
  trigger: ComponentChildren;
  /** What the panel is; read out. */
  label: string;
  children: ComponentChildren;
  class?: string;
}

/** A panel beside its button. Escape and a press elsewhere close it; Escape gives the focus back to the button. */
export function Popover({ open, onOpen, trigger, label, children, class: name }: PopoverProps): View {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!element.current?.contains(event.target as Node)) onOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      onOpen(false);
      element.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', onKey);
    };
  }, [open, onOpen]);
  return html`<div class=${`popover ${name ?? ''}`} ref=${element}>
    ${trigger}
    ${open && html`<div class="popover-panel" role="group" aria-label=${label}>${children}</div>`}
  </div>`;
}
