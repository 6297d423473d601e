import { CircleAlert, CircleCheck, X } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './button.js';
import type { View } from './html.js';
import { html } from './html.js';
import { Icon } from './icon.js';
import { style } from './styles.js';
import css from './toast.css';

style(css);

export interface Toast {
  text: string;
  /** good when absent. A toast never carries what must not be missed: errors with something to do belong in the page. */
  kind?: 'good' | 'danger';
  /** Takes back what was just done; the toast then stays twice as long. */
  undo?: () => void;
}

interface Shown extends Toast {
  key: number;
}

/** The toasts of one application: made once, handed to whoever says something and to one `ToastRegion`. */
export interface Toasts {
  show(toast: Toast): void;
  dismiss(key: number): void;
  shown(): readonly Shown[];
  onChange(listener: () => void): () => void;
}

/** Milliseconds that a toast stays; hovering or focusing it holds it. */
const stay = 6000;

export function createToasts(): Toasts {
  let list: Shown[] = [];
  let count = 0;
  const listeners = new Set<() => void>();
  const change = (next: Shown[]) => {
    list = next;
    for (const listener of listeners) listener();
  };
  return {
    show(toast) {
      count += 1;
      change([...list.slice(-2), { ...toast, key: count }]);
    },
    dismiss: (key) => change(list.filter((toast) => toast.key !== key)),
    shown: () => list,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export interface ToastRegionProps {
  toasts: Toasts;
  undoLabel: string;
  dismissLabel: string;
}

/** Where toasts appear: placed once, at the end of the page. */
export function ToastRegion({ toasts, undoLabel, dismissLabel }: ToastRegionProps): View {
  const [, redraw] = useState(0);
  useEffect(() => toasts.onChange(() => redraw((n) => n + 1)), [toasts]);
  return html`<div class="toasts" role="status">
    ${toasts.shown().map((toast) => h(ToastView, { key: toast.key, toast, toasts, undoLabel, dismissLabel }))}
  </div>`;
}

function ToastView({ toast, toasts, undoLabel, dismissLabel }: ToastRegionProps & { toast: Shown }): View {
  const [held, hold] = useState(false);
  const dismiss = () => toasts.dismiss(toast.key);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(dismiss, toast.undo ? stay * 2 : stay);
    return () => clearTimeout(timer);
  }, [held]);
  const undo = () => {
    toast.undo?.();
    dismiss();
  };
  return html`<div
    class=${`toast ${toast.kind ?? 'good'}`}
    onMouseEnter=${() => hold(true)}
    onMouseLeave=${() => hold(false)}
    onFocusIn=${() => hold(true)}
    onFocusOut=${() => hold(false)}
  >
    ${h(Icon, { icon: toast.kind === 'danger' ? CircleAlert : CircleCheck })}<span>${toast.text}</span>
    ${toast.undo && h(Button, { kind: 'quiet', size: 'small', children: undoLabel, onPress: undo })}
    ${h(Button, { kind: 'quiet', size: 'small', icon: X, label: dismissLabel, onPress: dismiss })}
  </div>`;
}
