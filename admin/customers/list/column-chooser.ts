import { ArrowDown, ArrowUp, Columns3 } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { Checkbox } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { Popover } from '../../kit/popover.js';
import { columnWords } from './column-words.js';
import type { ColumnChoice } from './columns.js';
import { moved, usualColumns } from './columns.js';

export interface ColumnChooserProps {
  columns: readonly ColumnChoice[];
  onColumns: (columns: readonly ColumnChoice[]) => void;
}

/** Which columns the list shows, and in which order. */
export function ColumnChooser({ columns, onColumns }: ColumnChooserProps): View {
  const { t } = useAdmin().words;
  const [open, setOpen] = useState(false);
  const step = (choice: ColumnChoice, by: 1 | -1, label: string) =>
    h(Button, {
      kind: 'quiet',
      size: 'small',
      icon: by < 0 ? ArrowUp : ArrowDown,
      label: `${label}: ${t(columnWords[choice.name])}`,
      disabled: moved(columns, choice.name, by) === columns,
      onPress: () => onColumns(moved(columns, choice.name, by)),
    });
  return h(Popover, {
    open,
    onOpen: setOpen,
    label: t('customers.columns'),
    class: 'column-chooser',
    trigger: h(Button, {
      size: 'small',
      icon: Columns3,
      label: t('customers.columns'),
      expanded: open,
      onPress: () => setOpen(!open),
    }),
    children: html`<p class="panel-title">${t('customers.columns')}</p>
      <ul>
        ${columns.map(
          (choice) => html`<li key=${choice.name}>
            ${h(Checkbox, {
              label: t(columnWords[choice.name]),
              name: `column-${choice.name}`,
              checked: choice.shown,
              onChecked: (shown) =>
                onColumns(columns.map((each) => (each.name === choice.name ? { ...each, shown } : each))),
            })}
            ${step(choice, -1, t('customers.columnUp'))}${step(choice, 1, t('customers.columnDown'))}
          </li>`,
        )}
      </ul>
      ${h(Button, { kind: 'quiet', size: 'small', onPress: () => onColumns(usualColumns), children: t('customers.columnsUsual') })}`,
  });
}
