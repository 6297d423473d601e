import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';

export interface RemovePictureProps {
  open: boolean;
  name: string;
  onClose: () => void;
  onRemove: () => void;
}

/** A removed picture is gone at once and for good, so it is asked about. */
export function RemovePicture({ open, name, onClose, onRemove }: RemovePictureProps): View {
  const { t } = useAdmin().words;
  return h(Dialog, {
    open,
    title: t('picture.removeTitle'),
    closeLabel: t('common.close'),
    onClose,
    children: html`<p>${t('picture.removeText', { name })}</p>`,
    actions: [
      h(Button, { onPress: onClose, children: t('picture.keep') }),
      h(Button, { kind: 'danger', onPress: onRemove, children: t('picture.remove') }),
    ],
  });
}
