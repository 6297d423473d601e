import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.js';
import css from './dialog.css';
import type { View } from './html.js';
import { html } from './html.js';
import { style } from './styles.js';

style(css);

export interface DialogProps {
  open: boolean;
  title: string;
  children?: ComponentChildren;
  /** Buttons at the foot; the one that does least comes first. */
  actions?: ComponentChildren;
  /** The name of the closing cross. */
  closeLabel: string;
  /** Asked for by the cross, Escape or a press beside the dialog. Set `open` to false in answer. */
  onClose: () => void;
}

/** A question in the way of everything else. Only to confirm; what is edited goes into a drawer or a page. */
export function Dialog(props: DialogProps): View {
  return h(Modal, { ...props, look: 'dialog' });
}

/** A panel from the end edge for one thing in detail; on a telephone it fills the screen. */
export function Drawer(props: DialogProps): View {
  return h(Modal, { ...props, look: 'drawer' });
}

function Modal({ open, title, children, actions, closeLabel, onClose, look }: DialogProps & { look: string }): View {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    // The browser makes the rest inert, keeps the focus inside and gives it back where it was.
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  // One that is taken away while it is open would take the focus with it.
  useLayoutEffect(() => {
    const dialog = element.current;
    return () => dialog?.close();
  }, []);
  const onCancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  const onPress = (event: MouseEvent) => {
    if (event.target === element.current) onClose();
  };
  return html`<dialog ref=${element} class=${look} aria-labelledby=${titleId} onCancel=${onCancel} onMouseDown=${onPress}>
    ${
      open &&
      html`<div class="dialog-box">
        <header>
          <h2 id=${titleId}>${title}</h2>
          ${h(Button, { kind: 'quiet', icon: X, label: closeLabel, onPress: onClose })}
        </header>
        <div class="dialog-body">${children}</div>
        ${actions && html`<footer>${actions}</footer>`}
      </div>`
    }
  </dialog>`;
}
