import { CircleAlert, CircleCheck, X } from 'lucide';
import { h, render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
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

/** Where toasts appear: placed once, at the end of the page; in front of a dialog while one is open. */
export function ToastRegion({ toasts, undoLabel, dismissLabel }: ToastRegionProps): View {
  const home = useRef<HTMLDivElement>(null);
  // An element of its own, drawn into by itself, so that it can be moved to where it can be pressed.
  const host = useMemo(() => document.createElement('div'), []);
  useLayoutEffect(() => {
    host.className = 'toasts';
    host.setAttribute('role', 'status');
    const place = () => {
      const open = home.current?.ownerDocument.querySelectorAll('dialog[open]');
      // While a dialog is open, everything outside of it is out of reach.
      const target = open?.item(open.length - 1) ?? home.current;
      if (!target || host.parentNode === target) return;
      target.append(host);
      lost.disconnect();
      if (target !== home.current) lost.observe(document, { childList: true, subtree: true });
    };
    // A dialog that goes with its page takes the toasts along, and says nothing.
    const lost = new MutationObserver(() => !host.isConnected && place());
    const draw = () => {
      place();
      const views = toasts
        .shown()
        .map((toast) => h(ToastView, { key: toast.key, toast, toasts, undoLabel, dismissLabel }));
      render(views, host);
    };
    draw();
    const stop = toasts.onChange(draw);
    const events = ['toggle', 'close'];
    for (const event of events) document.addEventListener(event, place, true);
    return () => {
      stop();
      lost.disconnect();
      for (const event of events) document.removeEventListener(event, place, true);
      render(null, host);
      host.remove();
    };
  }, [toasts, undoLabel, dismissLabel]);
  return html`<div ref=${home}></div>`;
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
