import { Download } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { Drawer } from '../../../widget/kit/dialog.js';
import { Checkbox, SelectField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import { ColumnList } from './column-list.js';
import css from './export-dialog.css';
import type { ColumnChoice, CustomerSelection, Delimiter, ExportBody, ExportHabit } from './export-wish.js';
import { columnWords, firstHabit, readHabit, storeHabit } from './export-wish.js';
import { useSensitiveColumns } from './sensitive-columns.js';

style(css);

export interface ExportDialogProps {
  open: boolean;
  selection: CustomerSelection;
  /** How many customers that is. */
  count: number;
  onClose: () => void;
}

/** Which columns of which customers, and how: then the browser saves the file as it comes (FEATURES A094, A095). */
export function ExportDialog(props: ExportDialogProps): View {
  const { t } = useAdmin().words;
  const { open, onClose } = props;
  if (open) return h(Form, props);
  return h(Drawer, { open: false, title: t('export.title'), closeLabel: t('common.close'), onClose });
}

function Form({ selection, count, onClose }: ExportDialogProps): View {
  const { api, words, toasts, may, sessionEnded } = useAdmin();
  const { t } = words;
  const [habit, setHabit] = useState<ExportHabit>(readHabit);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sensitive = useSensitiveColumns();
  const set = (change: Partial<ExportHabit>) => setHabit((before) => ({ ...before, ...change }));

  useEffect(() => {
    if (sensitive.columns.length > 0) set({ columns: [...habit.columns, ...sensitive.columns] });
  }, [sensitive.columns]);

  const labelOf = (name: string): string => {
    const word = columnWords[name as keyof typeof columnWords];
    return word ? t(word) : (sensitive.labels.get(name) ?? name);
  };
  const tickAll = (ticked: boolean) => set({ columns: habit.columns.map((column) => ({ ...column, ticked })) });
  const wanted = habit.columns.filter(({ ticked }) => ticked).map(({ name }) => name);
  const download = async () => {
    setBusy(true);
    setError(null);
    try {
      const { delimiter, bom } = habit;
      const body: ExportBody = { selection, delimiter, bom, columns: wanted as ExportBody['columns'] };
      const { id, count: exported } = await api.call('POST /customer-exports', { body });
      storeHabit(habit);
      save(`/api/v1/admin/customer-exports/${id}`);
      toasts.show({ text: t('export.begun', { count: exported }) });
      onClose();
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      setError(problem);
      setBusy(false);
    }
  };
  const areTicked = 'numbers' in selection;
  const delimiterOptions: { value: Delimiter; label: string }[] = [
    { value: 'comma', label: t('export.comma') },
    { value: 'semicolon', label: t('export.semicolon') },
    { value: 'tab', label: t('export.tab') },
  ];
  return h(Drawer, {
    open: true,
    title: t('export.title'),
    closeLabel: t('common.close'),
    onClose,
    actions: [
      h(Button, { onPress: onClose, children: t('export.cancel') }),
      h(Button, {
        kind: 'primary',
        icon: Download,
        busy,
        disabled: wanted.length === 0 || count === 0,
        onPress: download,
        children: t('export.download'),
      }),
    ],
    children: html`<div class="export">
      <p>${areTicked ? t('export.selected', { count }) : t('export.matching', { count })}</p>
      ${h(SelectField, {
        label: t('export.delimiter'),
        name: 'delimiter',
        value: habit.delimiter,
        options: delimiterOptions,
        onValue: (value: string) => set({ delimiter: value as Delimiter }),
      })}
      ${h(Checkbox, {
        label: t('export.bom'),
        hint: t('export.bomHint'),
        name: 'bom',
        checked: habit.bom,
        onChecked: (bom: boolean) => set({ bom }),
      })}
      <section aria-labelledby="export-columns-title">
        <div class="export-head">
          <h3 id="export-columns-title">${t('export.columns')}</h3>
          <span class="field-hint tabular">${t('export.ticked', { count: wanted.length, of: habit.columns.length })}</span>
          ${h(Button, { ...small, onPress: () => tickAll(true), children: t('export.all') })}
          ${h(Button, { ...small, onPress: () => tickAll(false), children: t('export.none') })}
          ${h(Button, { ...small, onPress: () => setHabit(firstHabit()), children: t('export.reset') })}
        </div>
        ${h(ColumnList, { columns: habit.columns, labelOf, onColumns: (columns: ColumnChoice[]) => set({ columns }) })}
        ${
          may('customers.view_sensitive') &&
          !habit.columns.some(({ name }) => name.startsWith('sensitive.')) &&
          h(Button, { size: 'small', busy: sensitive.busy, onPress: sensitive.load, children: t('export.sensitive') })
        }
        ${sensitive.error !== null && h(Notice, { meaning: 'danger', children: errorWords(words, sensitive.error) })}
      </section>
      ${wanted.length === 0 && h(Notice, { meaning: 'info', children: t('export.noColumns') })}
      ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: errorWords(words, error) })}
    </div>`,
  });
}

const small = { kind: 'quiet', size: 'small' } as const;

/** The browser writes the file to disk as it comes: nothing of it is held by the page. */
function save(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
