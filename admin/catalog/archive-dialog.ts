import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import type { Impact } from './catalog-types.js';
import { ImpactList } from './impact-list.js';

export interface ArchiveDialogProps {
  /** null while nothing is asked. */
  asked: { name: string; impact: Impact } | null;
  withService?: boolean;
  onArchive: () => void;
  onClose: () => void;
}

/** Archiving takes no appointment along: what stays booked is shown before. */
export function ArchiveDialog({ asked, withService, onArchive, onClose }: ArchiveDialogProps): View {
  const { t } = useAdmin().words;
  return h(Dialog, {
    open: asked !== null,
    title: asked ? t('catalog.archiveTitle', { name: asked.name }) : '',
    closeLabel: t('common.close'),
    onClose,
    children:
      asked &&
      html`<div class="impact">
        <p>${t('catalog.archiveText', { count: asked.impact.coming })}</p>
        ${h(ImpactList, { impact: asked.impact, withService: withService ?? false })}
      </div>`,
    actions: html`${h(Button, { onPress: onClose, children: t('catalog.cancel') })}
      ${h(Button, { kind: 'primary', onPress: onArchive, children: t('catalog.archive') })}`,
  });
}
