import { ArchiveRestore, Info, Pencil, Trash2 } from 'lucide';
import { h } from 'preact';
import { useRef } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import type { Customer } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import type { MenuItem } from '../../kit/menu.js';
import { Menu } from '../../kit/menu.js';

export interface RowMenuProps {
  row: Customer;
  onEdit: (row: Customer) => void;
  onDelete: (row: Customer) => void;
  onRestore: (row: Customer) => void;
}

/** The three dots of a row: info, edit, delete (A048 to A050); in the trash, restore. */
export function RowMenu({ row, onEdit, onDelete, onRestore }: RowMenuProps): View {
  const { may, words } = useAdmin();
  const { t } = words;
  const element = useRef<HTMLSpanElement>(null);
  /** The panel leaves the table's frame, which cuts off what is beyond its edge; near the bottom it opens upwards. */
  const place = (): void => {
    const box = element.current?.getBoundingClientRect();
    if (!box) return;
    const upwards = box.bottom + 180 > innerHeight;
    const { style } = element.current as HTMLElement;
    style.setProperty('--menu-top', upwards ? 'auto' : `${box.bottom + 4}px`);
    style.setProperty('--menu-bottom', upwards ? `${innerHeight - box.top + 4}px` : 'auto');
    const toEnd = words.direction === 'rtl' ? box.left : document.documentElement.clientWidth - box.right;
    style.setProperty('--menu-end', `${Math.max(8, toEnd)}px`);
  };
  const because = (allowed: boolean): { reason: string | null } => ({
    reason: allowed ? null : t('customers.notAllowed'),
  });
  const info: MenuItem = { title: t('customers.info'), icon: Info, href: `/admin/customers/${row.number}` };
  const items: MenuItem[] =
    row.status === 'trashed'
      ? [
          info,
          {
            title: t('customers.restore'),
            icon: ArchiveRestore,
            ...because(may('customers.restore')),
            onPress: () => onRestore(row),
          },
        ]
      : [
          info,
          { title: t('customers.edit'), icon: Pencil, ...because(may('customers.edit')), onPress: () => onEdit(row) },
          {
            title: t('customers.delete'),
            icon: Trash2,
            danger: true,
            ...because(may('customers.delete')),
            onPress: () => onDelete(row),
          },
        ];
  return html`<span class="row-menu" ref=${element} onClickCapture=${place} onKeyDownCapture=${place}>
    ${h(Menu, { label: t('customers.more', { name: row.name }), items })}
  </span>`;
}
