import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import { Checkbox, SelectField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { reasonWords } from './file-problem.js';
import type { StepProps } from './import-page.js';
import type { Import } from './import-types.js';
import { columnLabel } from './import-types.js';

const programs: Record<string, string> = {
  amelia: 'Amelia',
  booknetic: 'Booknetic',
  easyappointments: 'Easy!Appointments',
  square: 'Square',
  bookpane: 'Bookpane',
};

/** The second step: how the file was understood, with its first rows; each of it can be changed. */
export function ReadingStep({ found, busy, change, discard, goTo }: StepProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const { encoding, delimiter, header, dateOrder, preset, remembered, failure } = found;
  const program = preset && programs[preset];
  return html`
    <p class="import-lead">${t('import.rows', { count: found.rows })} ${program && t('import.fromProgram', { program })} ${remembered && t('import.remembered')}</p>
    ${failure && h(Notice, { meaning: 'danger', title: t('import.unreadable'), children: html`<p>${reasonWords(words, failure.reason, failure.line) ?? t('error.other')}</p>` })}
    <div class="import-settings">
      ${h(SelectField, {
        label: t('import.encoding'),
        name: 'encoding',
        value: encoding,
        options: [
          { value: 'utf-8', label: 'UTF-8' },
          { value: 'windows-1252', label: t('import.encoding.western') },
          { value: 'utf-16le', label: 'UTF-16 LE' },
          { value: 'utf-16be', label: 'UTF-16 BE' },
        ],
        onValue: (value) => void change({ encoding: value as Import['encoding'] }),
      })}
      ${h(SelectField, {
        label: t('import.delimiter'),
        name: 'delimiter',
        value: delimiter,
        options: [
          { value: ',', label: t('import.delimiter.comma') },
          { value: ';', label: t('import.delimiter.semicolon') },
          { value: '\t', label: t('import.delimiter.tab') },
          { value: '|', label: t('import.delimiter.pipe') },
        ],
        onValue: (value) => void change({ delimiter: value as Import['delimiter'] }),
      })}
      ${h(SelectField, {
        label: t('import.dateOrder'),
        name: 'dateOrder',
        value: dateOrder,
        options: [
          { value: 'DMY', label: t('import.dateOrder.dmy') },
          { value: 'MDY', label: t('import.dateOrder.mdy') },
          { value: 'YMD', label: t('import.dateOrder.ymd') },
        ],
        onValue: (value) => void change({ dateOrder: value as Import['dateOrder'] }),
      })}
    </div>
    ${h(Checkbox, { label: t('import.header'), name: 'header', checked: header, onChecked: (to: boolean) => void change({ header: to }) })}
    ${h(HeadTable, { found })}
    <p class="import-faint">${t('import.headNote')}</p>
    <div class="import-foot">
      ${h(Button, { kind: 'quiet', disabled: busy, onPress: () => void discard(), children: t('import.discard') })}
      ${h(Button, { kind: 'primary', busy, onPress: () => goTo('columns'), children: t('import.next') })}
    </div>
  `;
}

function HeadTable({ found }: { found: Import }): View {
  const { words } = useAdmin();
  const caption = words.t('import.head');
  return html`<div class="table-frame import-head" tabindex="0" role="region" aria-label=${caption}>
    <table class="table">
      <caption class="hidden-text">${caption}</caption>
      <thead><tr>${found.columns.map((_, index) => html`<th scope="col">${columnLabel(words, found.columns, index)}</th>`)}</tr></thead>
      <tbody>${found.head.map((cells) => html`<tr>${found.columns.map((_, index) => html`<td><span>${cells[index]}</span></td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}
