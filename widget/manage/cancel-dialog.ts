import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../kit/button.js';
import { Dialog } from '../kit/dialog.js';
import { TextArea } from '../kit/field.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import type { PageWords } from './page-words.js';

export interface CancelDialogProps {
  words: PageWords;
  open: boolean;
  busy: boolean;
  onClose: () => void;
  onCancel: (reason: string) => void;
}

/** Asks once more before a booking is cancelled, and why, if the visitor likes to say. */
export function CancelDialog({ words, open, busy, onClose, onCancel }: CancelDialogProps): View {
  const { t } = words;
  const [reason, setReason] = useState('');
  const actions = [
    h(Button, { children: t('manage.keep'), onPress: onClose }),
    h(Button, { kind: 'danger', busy, children: t('manage.confirmCancel'), onPress: () => onCancel(reason.trim()) }),
  ];
  const children = html`<div class="step">
    <p>${t('manage.cancelText')}</p>
    ${h(TextArea, { name: 'reason', label: t('manage.reason'), note: t('optional'), value: reason, maxLength: 500, onValue: setReason })}
  </div>`;
  return h(Dialog, { open, title: t('manage.cancelTitle'), closeLabel: t('manage.close'), onClose, actions, children });
}
