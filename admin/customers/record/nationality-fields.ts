import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { SensitiveFields } from '../sensitive/sensitive-fields.js';
import { countryOptions } from './choices.js';
import type { FieldForm } from './field-parts.js';
import { Group, useField } from './field-parts.js';
import type { RecordForm } from './use-record-form.js';

const prefix = 'sensitive.';

type NationalityForm = FieldForm & Pick<RecordForm, 'record' | 'drafts' | 'setDrafts'>;

/** The nationality, and beneath it what it calls for (FEATURES A022 to A024). */
export function NationalityFields({ form }: { form: NationalityForm }): View | null {
  const { words, may } = useAdmin();
  const { t, language } = words;
  const { shown, combo } = useField(form);
  const { record, values, errors, drafts, setDrafts } = form;
  const maySee = may('customers.view_sensitive');
  const stored = record?.sensitive ?? [];
  // Without a nationality nobody is asked for numbers; what is kept of an earlier one can still be seen and removed.
  const asks = stored.length > 0 || (values.nationality !== '' && maySee);
  const own = Object.entries(errors).filter(([name]) => name.startsWith(prefix));
  return h(Group, {
    title: t('record.group.nationality'),
    on: shown('nationality'),
    children: [
      combo('nationality', countryOptions(language), { hint: maySee ? t('record.nationalityHint') : undefined }),
      asks &&
        html`<div class="record-wide">
          ${h(SensitiveFields, {
            number: record?.number ?? null,
            nationality: values.nationality || null,
            stored,
            drafts,
            onDrafts: setDrafts,
            errors: Object.fromEntries(own.map(([name, text]) => [name.slice(prefix.length), text])),
            may: maySee,
          })}
        </div>`,
    ],
  });
}
