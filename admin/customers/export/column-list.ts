import { ArrowDown, ArrowUp } from 'lucide';
import { h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { Checkbox } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { ColumnChoice } from './export-wish.js';
import { moved } from './export-wish.js';

export interface ColumnListProps {
  columns: ColumnChoice[];
  labelOf: (name: string) => string;
  onColumns: (columns: ColumnChoice[]) => void;
}

/** The columns of a file in their order: tick what is wanted, move it up and down. */
export function ColumnList({ columns, labelOf, onColumns }: ColumnListProps): View {
  const { t } = useAdmin().words;
  const list = useRef<HTMLOListElement>(null);
  const [focus, setFocus] = useState<{ name: string; way: -1 | 1 } | null>(null);
  const [said, setSaid] = useState('');

  // A button that moves takes its focus along; at the end of the list it goes to the other way.
  useLayoutEffect(() => {
    if (!focus) return;
    const buttons = [
      ...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-column="${focus.name}"] button`) ?? []),
    ];
    const [up, down] = buttons;
    const wanted = focus.way === -1 ? up : down;
    (wanted?.disabled ? buttons.find((button) => !button.disabled) : wanted)?.focus();
    setFocus(null);
  }, [focus]);

  const tick = (at: number, ticked: boolean) =>
    onColumns(columns.map((column, index) => (index === at ? { ...column, ticked } : column)));
  const move = (at: number, way: -1 | 1) => {
    const column = columns[at];
    if (!column) return;
    onColumns(moved(columns, at, at + way));
    setFocus({ name: column.name, way });
    setSaid(t('export.moved', { column: labelOf(column.name), place: at + way + 1, count: columns.length }));
  };
  return html`
    <ol class="export-columns" ref=${list}>
      ${columns.map(({ name, ticked }, at) => {
        const label = labelOf(name);
        return html`<li key=${name} data-column=${name}>
          ${h(Checkbox, { label, name: `column-${name}`, checked: ticked, onChecked: (to: boolean) => tick(at, to) })}
          ${h(Button, { ...small, icon: ArrowUp, label: t('export.up', { column: label }), disabled: at === 0, onPress: () => move(at, -1) })}
          ${h(Button, { ...small, icon: ArrowDown, label: t('export.down', { column: label }), disabled: at === columns.length - 1, onPress: () => move(at, 1) })}
        </li>`;
      })}
    </ol>
    <p class="hidden-text" role="status">${said}</p>
  `;
}

const small = { kind: 'quiet', size: 'small' } as const;
