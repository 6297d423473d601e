import type { AdminApi } from '../../server/api.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';

type AdminSettings = AdminApi['GET /settings']['answer'];
type Fields = AdminSettings['customerFields'];
type FieldName = keyof Fields;
type Use = Fields[FieldName]['admin'];

const surfaces = ['admin', 'widget'] as const;
type Surface = (typeof surfaces)[number];

export interface FieldTableProps {
  fields: Fields;
  choices: AdminSettings['customerFieldChoices'];
  onFields: (fields: Fields) => void;
}

/** Each field of the customer record, by who fills it in: required, optional or hidden. */
export function FieldTable({ fields, choices, onFields }: FieldTableProps): View {
  const { t } = useAdmin().words;
  const cell = (name: FieldName, surface: Surface) => {
    const { [surface]: allowed } = choices[name];
    const { [surface]: use } = fields[name];
    const label = t('settings.useOf', { field: t(`record.field.${name}`), surface: t(`settings.${surface}`) });
    if (allowed.length === 1)
      return html`<span class="settings-fixed">${t(use === 'required' ? 'settings.always' : 'settings.notAsked')}</span>`;
    const onChange = (event: Event) => {
      const chosen = (event.currentTarget as HTMLSelectElement).value as Use;
      onFields({ ...fields, [name]: { ...fields[name], [surface]: chosen } });
    };
    return html`<select aria-label=${label} name=${`${name}.${surface}`} onChange=${onChange}>
      ${allowed.map((one) => html`<option value=${one} selected=${one === use}>${t(`settings.use.${one}`)}</option>`)}
    </select>`;
  };
  const always = html`<span class="settings-fixed">${t('settings.always')}</span>`;
  return html`<table class="settings-fields">
    <thead>
      <tr>
        <th scope="col">${t('settings.field')}</th>
        ${surfaces.map((surface) => html`<th scope="col">${t(`settings.${surface}`)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${(Object.keys(fields) as FieldName[]).map((name) => [
        // In the order of the form, where the first name stands before the last.
        name === 'lastName' &&
          html`<tr key="firstName"><th scope="row">${t('record.field.firstName')}</th><td>${always}</td><td>${always}</td></tr>`,
        html`<tr key=${name}>
          <th scope="row">${t(`record.field.${name}`)}</th>
          ${surfaces.map((surface) => html`<td>${cell(name, surface)}</td>`)}
        </tr>`,
      ])}
    </tbody>
  </table>`;
}
