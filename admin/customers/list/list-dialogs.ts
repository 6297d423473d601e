import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { ExportDialog } from '../export/export-dialog.js';
import { SendMailDialog } from '../mail/send-mail-dialog.js';
import { DeleteDialog } from '../trash/delete-dialog.js';
import type { BulkName } from './bulk-actions.js';
import { BulkDialog } from './bulk-dialog.js';
import type { Selection } from './list-query.js';

/** What is being asked, and of whom. `customers` are those who are known by name. */
export interface Asking {
  action: BulkName;
  selection: Selection;
  count: number;
  customers: readonly { number: number; name: string }[];
}

export interface ListDialogsProps {
  asking: Asking | null;
  onClose: () => void;
  onDone: () => void;
}

/** The dialog of the action that was chosen. */
export function ListDialogs({ asking, onClose, onDone }: ListDialogsProps): View | null {
  if (!asking) return null;
  const { action, selection, count, customers } = asking;
  const close = { onClose, onDone };
  if (action === 'trash') {
    const one = customers.length === 1 && count === 1;
    const many = one ? { customers } : { customers: [], selection, count };
    return html`${h(DeleteDialog, { open: true, ...many, ...close })}`;
  }
  if (action === 'export') return html`${h(ExportDialog, { open: true, selection, count, onClose })}`;
  if (action === 'mail') return html`${h(SendMailDialog, { open: true, to: { selection, count }, onClose })}`;
  return html`${h(BulkDialog, { action, selection, count, ...close })}`;
}
