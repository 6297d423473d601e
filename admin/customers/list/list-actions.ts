import { Copy, Download, History, IdCard, Keyboard, Upload, UserPlus } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import type { Permission } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import type { MenuItem } from '../../kit/menu.js';
import { Menu } from '../../kit/menu.js';
import { ReasonButton } from '../../kit/reason-button.js';
import { useNarrow } from '../../kit/use-narrow.js';
import type { SheetName } from './list-sheets.js';

export interface ListActionsProps {
  /** Nobody is listed. */
  empty: boolean;
  onNew: () => void;
  onExport: () => void;
  onSheet: (name: SheetName) => void;
}

/** What can be done with the whole list. On a telephone, adding alone stands beside the title. */
export function ListActions({ empty, onNew, onExport, onSheet }: ListActionsProps): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const { route } = useLocation();
  const narrow = useNarrow();
  const because = (permission: Permission) => ({ reason: may(permission) ? null : t('customers.notAllowed') });
  const moves = [
    {
      title: t('customers.import'),
      icon: Upload,
      ...because('customers.import'),
      onPress: () => route('/admin/customers/import'),
    },
    {
      title: t('customers.export'),
      icon: Download,
      reason: because('customers.export').reason ?? (empty ? t('customers.nobodyToExport') : null),
      onPress: onExport,
    },
  ];
  const items: (MenuItem | false)[] = [
    ...(narrow ? moves : []),
    may('customers.merge') && { title: t('customers.duplicates'), icon: Copy, href: '/admin/customers/duplicates' },
    may('customers.view_sensitive') && {
      title: t('customers.bySensitive'),
      icon: IdCard,
      onPress: () => onSheet('sensitive'),
    },
    { title: t('customers.recent'), icon: History, onPress: () => onSheet('recent') },
    !narrow && { title: t('customers.keys'), icon: Keyboard, onPress: () => onSheet('keys') },
  ];
  return html`
    ${!narrow && moves.map(({ title, ...button }) => h(ReasonButton, { key: title, ...button, children: title }))}
    ${may('customers.create') && h(Button, { kind: 'primary', size: 'small', icon: UserPlus, onPress: onNew, children: t('customers.add') })}
    ${h(Menu, { label: t('customers.moreActions'), items: items.filter((item) => item !== false) })}
  `;
}
