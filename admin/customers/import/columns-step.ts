import { h } from 'preact';
import { Badge } from '../../../widget/kit/badge.js';
import { Button } from '../../../widget/kit/button.js';
import { SelectField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { countryOptions } from './country-options.js';
import type { StepProps } from './import-page.js';
import type { Field, Import } from './import-types.js';
import { columnLabel, fieldLabel, fields } from './import-types.js';
import { RadioGroup } from './radio-group.js';

/** The third step: which column is which field, and what happens with customers who are known. */
export function ColumnsStep({ found, busy, change, ask, goTo }: StepProps): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const { columns, policy, match } = found;
  const internal = columns.filter((column) => column.internal && column.field === null);
  const hasName = columns.some(({ field }) => field === 'firstName' || field === 'fullName');
  /** A field that another column had goes over to this one; notes may come from several. */
  const assign = (index: number, field: Field | null) =>
    change({
      mapping: columns.map((column, at) => {
        if (at === index) return field;
        return field !== 'note' && column.field === field ? null : column.field;
      }),
    });
  const check = async () => {
    await ask('check');
    goTo('check');
  };
  return html`
    ${
      internal.length > 0 &&
      h(Notice, {
        meaning: 'warning',
        title: t('import.ignoredTitle', { count: internal.length }),
        children: html`<p>${t('import.ignored', { columns: new Intl.ListFormat(language).format(internal.map(({ name }) => name)) })}</p>`,
      })
    }
    ${!hasName && h(Notice, { meaning: 'warning', children: html`<p>${t('import.needsName')}</p>` })}
    <ul class="import-columns">
      ${columns.map((column, index) => h(ColumnLine, { key: index, found, column, index, onField: (field) => void assign(index, field) }))}
    </ul>
    ${h(RadioGroup<Import['policy']>, {
      legend: t('import.policy'),
      name: 'policy',
      value: policy,
      options: [
        { value: 'skip', label: t('import.policy.skip'), text: t('import.policy.skipText') },
        { value: 'fill_empty', label: t('import.policy.fill'), text: t('import.policy.fillText') },
        { value: 'overwrite', label: t('import.policy.overwrite'), text: t('import.policy.overwriteText') },
        { value: 'create', label: t('import.policy.create'), text: t('import.policy.createText') },
      ],
      onValue: (value) => void change({ policy: value }),
    })}
    <div class="import-settings">
      ${
        policy !== 'create' &&
        h(SelectField, {
          label: t('import.match'),
          name: 'match',
          value: match,
          options: [
            { value: 'person', label: t('import.match.person') },
            { value: 'email', label: t('import.match.email') },
            { value: 'phone', label: t('import.match.phone') },
            { value: 'either', label: t('import.match.either') },
          ],
          onValue: (value) => void change({ match: value as Import['match'] }),
        })
      }
      ${h(SelectField, {
        label: t('import.country'),
        name: 'country',
        value: found.country,
        options: countryOptions(language),
        hint: t('import.countryHint'),
        onValue: (value) => void change({ country: value }),
      })}
    </div>
    <div class="import-foot">
      ${h(Button, { onPress: () => goTo('reading'), children: t('import.back') })}
      ${h(Button, { kind: 'primary', busy, disabled: !hasName, onPress: () => void check(), children: t('import.check') })}
    </div>
  `;
}

interface ColumnLineProps {
  found: Import;
  column: Import['columns'][number];
  index: number;
  onField: (field: Field | null) => void;
}

function ColumnLine({ found, column, index, onField }: ColumnLineProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const name = columnLabel(words, found.columns, index);
  const leftOut = column.field === null;
  return html`<li class=${leftOut ? 'import-column left-out' : 'import-column'}>
    <div class="import-column-file">
      <p class="import-column-name">${name} ${column.internal && leftOut && h(Badge, { meaning: 'warning', children: t('import.internal') })}</p>
      <p class="import-faint" dir="auto">${column.samples.join(' · ') || t('import.noSamples')}</p>
    </div>
    ${h(SelectField, {
      label: t('import.fieldOf', { column: name }),
      name: `column-${index}`,
      value: column.field ?? '',
      options: [
        { value: '', label: t('import.leaveOut') },
        ...fields.map((field) => ({ value: field, label: fieldLabel(words, field) })),
      ],
      onValue: (value) => onField(value === '' ? null : (value as Field)),
    })}
  </li>`;
}
