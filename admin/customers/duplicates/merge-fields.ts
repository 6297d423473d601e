import { h } from 'preact';
import { useId } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import type { Column } from '../../../widget/kit/table.js';
import { Table } from '../../../widget/kit/table.js';
import type { MergePreview } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';

type Difference = MergePreview['fields'][number];
type Field = Difference['field'];

export interface MergeFieldsProps {
  preview: MergePreview;
  /** Fields whose value is the other's. */
  taken: ReadonlySet<Field>;
  onTaken: (taken: ReadonlySet<Field>) => void;
}

/** A table of the fields in which two customers differ; one value of each is chosen. */
export function MergeFields({ preview, taken, onTaken }: MergeFieldsProps): View {
  const { t, language } = useAdmin().words;
  const group = useId();
  const { kept, gone, fields } = preview;
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  const choose = (field: Field, fromGone: boolean) => {
    const next = new Set(taken);
    if (fromGone) next.add(field);
    else next.delete(field);
    onTaken(next);
  };
  const side = (key: 'kept' | 'gone', title: string): Column<Difference> => ({
    key,
    title,
    cell: ({ field }) => {
      const value = shown(key === 'gone' ? gone : kept, field);
      return html`<label class="tick"><input
        type="radio"
        name=${`${group}-${field}`}
        aria-label=${`${nameOf(field)}: ${value ?? t('merge.empty')}`}
        checked=${taken.has(field) === (key === 'gone')}
        onChange=${() => choose(field, key === 'gone')}
      /><span class=${value === null ? 'merge-empty' : ''}>${value ?? t('merge.empty')}</span></label>`;
    },
  });
  return html`<div class="merge-fields">
    ${h(Table<Difference>, {
      caption: t('merge.title'),
      columns: [
        { key: 'field', title: t('merge.field'), cell: ({ field }) => html`<strong>${nameOf(field)}</strong>` },
        side('kept', t('merge.keep', { number: String(kept.number), name: kept.name })),
        side('gone', t('merge.gone', { number: String(gone.number), name: gone.name })),
      ],
      rows: fields,
      rowKey: ({ field }) => field,
    })}
    <p class="merge-note">${t('merge.same')}</p>
  </div>`;

  function nameOf(field: Field): string {
    return t(`record.field.${field}` as 'record.field.email');
  }

  function shown(record: MergePreview['kept'], field: Field): string | null {
    const value = record[field];
    if (value === null || value === '') return null;
    if (typeof value === 'boolean') return t(value ? 'merge.yes' : 'merge.no');
    if (field === 'country' || field === 'nationality') return countries.of(value) ?? value;
    if (field === 'gender') return t(`record.gender.${value}` as 'record.gender.female');
    return field === 'picture' ? t('merge.picture') : value;
  }
}
