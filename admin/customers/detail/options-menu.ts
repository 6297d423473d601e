import { Eraser, FileBraces, FileText, GitMerge, Trash2 } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { MenuItem } from '../../kit/menu.js';
import { Menu } from '../../kit/menu.js';
import { DeleteDialog } from '../trash/delete-dialog.js';
import { EraseDialog } from '../trash/erase-dialog.js';
import { personExportAddress } from '../trash/person-export-links.js';
import type { CustomerRecord } from './detail-types.js';

export interface OptionsMenuProps {
  record: CustomerRecord;
  onChanged: () => void;
}

/** What is done with a whole customer, behind the three dots (FEATURES A068, A078). What an account may not do is not offered. */
export function OptionsMenu({ record, onChanged }: OptionsMenuProps): View | null {
  const { words, may, toasts } = useAdmin();
  const { t } = words;
  const { route } = useLocation();
  const [asking, setAsking] = useState<'delete' | 'erase' | null>(null);
  const { number, name, status, mergedInto } = record;
  // The server refuses it: what this customer had is with the other.
  const noExport = mergedInto === null ? null : t('customer.mergedExport', { number: String(mergedInto) });
  const items = [
    status !== 'erased' &&
      may('customers.export') && {
        title: t('customer.exportPage'),
        icon: FileText,
        reason: noExport,
        href: personExportAddress(number, 'html'),
        download: true,
      },
    status !== 'erased' &&
      may('customers.export') && {
        title: t('customer.exportJson'),
        icon: FileBraces,
        reason: noExport,
        href: personExportAddress(number, 'json'),
        download: true,
      },
    status === 'active' &&
      may('customers.merge') && {
        title: t('customer.duplicates'),
        icon: GitMerge,
        onPress: () => route(`/admin/customers/duplicates?of=${number}`),
      },
    status === 'active' &&
      may('customers.delete') && {
        title: t('customer.delete'),
        icon: Trash2,
        danger: true,
        onPress: () => setAsking('delete'),
      },
    (status === 'active' || status === 'trashed') &&
      may('customers.erase') && {
        title: t('customer.erase'),
        icon: Eraser,
        danger: true,
        // Erasing begins in the trash, so that nobody does it by a slip.
        reason: status === 'active' ? t('customer.eraseFirst') : null,
        onPress: () => setAsking('erase'),
      },
  ].filter((item): item is Exclude<typeof item, false> => item !== false) as MenuItem[];
  if (items.length === 0) return null;
  const erased = () => {
    setAsking(null);
    toasts.show({ text: t('erase.done', { number: String(number) }) });
    onChanged();
  };
  return html`
    ${h(Menu, { label: t('customer.options'), items })}
    ${h(DeleteDialog, { open: asking === 'delete', customers: [{ number, name }], onClose: () => setAsking(null), onDone: onChanged })}
    ${h(EraseDialog, { open: asking === 'erase', customer: { number, name }, onClose: () => setAsking(null), onDone: erased })}
  `;
}
