import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { Facts } from '../../kit/facts.js';
import { SensitiveFields } from '../sensitive/sensitive-fields.js';
import type { FieldName } from './form-values.js';
import { fieldNames } from './form-values.js';
import css from './record-form.css';
import { useShownValue } from './shown-value.js';
import type { CustomerRecord } from './types.js';

style(css);

/** A record to read, for those who may not change it and for those in the trash. */
export function RecordFacts({ record }: { record: CustomerRecord }): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const shown = useShownValue();
  const value = (name: FieldName) => (name === 'phone' ? record.phoneShown : shown(name, record[name]));
  return html`<div class="record-facts">
    ${h(Facts, { facts: fieldNames.map((name) => [t(`record.field.${name}`), value(name)] as const) })}
    ${
      record.sensitive.length > 0 &&
      h(SensitiveFields, {
        number: record.number,
        nationality: record.nationality,
        stored: record.sensitive,
        drafts: {},
        onDrafts: () => {},
        may: may('customers.view_sensitive'),
        readOnly: true,
      })
    }
  </div>`;
}
