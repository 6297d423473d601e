import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import { formatDay, visitorZone } from '../../../widget/kit/dates.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';

export const undoDay = (language: string, instant: string): string =>
  formatDay(language, instant, 'numeric', visitorZone());

export interface UndoDialogProps {
  open: boolean;
  onClose: () => void;
  onUndo: () => void;
}

/** What undoing an import does, and whether it is meant. */
export function UndoDialog({ open, onClose, onUndo }: UndoDialogProps): View {
  const { t } = useAdmin().words;
  return h(Dialog, {
    open,
    title: t('import.undoTitle'),
    closeLabel: t('common.close'),
    onClose,
    children: html`<p>${t('import.undoText')}</p>`,
    actions: html`
      ${h(Button, { onPress: onClose, children: t('import.keepIt') })}
      ${h(Button, { kind: 'danger', onPress: onUndo, children: t('import.undoIt') })}
    `,
  });
}
