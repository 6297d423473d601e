import { h } from 'preact';
import { Dialog } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';

/** The keys of the list on a sheet. */
export function KeysSheet({ open, onClose }: { open: boolean; onClose: () => void }): View {
  const { t } = useAdmin().words;
  const keys = [
    ['/', t('customers.keySearch')],
    ['↑ ↓', t('customers.keyMove')],
    ['x', t('customers.keyTick')],
    ['Enter', t('customers.keyOpen')],
    ['n', t('customers.keyNew')],
    ['?', t('customers.keyHelp')],
  ] as const;
  return h(Dialog, {
    open,
    title: t('customers.keys'),
    closeLabel: t('common.close'),
    onClose,
    children: html`<dl class="keys">${keys.map(([key, text]) => html`<dt><kbd>${key}</kbd></dt><dd>${text}</dd>`)}</dl>`,
  });
}
