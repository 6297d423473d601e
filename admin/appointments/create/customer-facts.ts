import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { textFields } from '../../customers/record/form-values.js';
import { useShownValue } from '../../customers/record/shown-value.js';
import { fieldLabel, fieldsOf, useProfiles } from '../../customers/sensitive/profiles.js';
import { Facts } from '../../kit/facts.js';
import type { StepProps } from './flow.js';

/** All that was typed about the new customer, or who was chosen. */
export function CustomerFacts({ flow }: StepProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const { draft, form } = flow;
  const shownValue = useShownValue();
  const profiles = useProfiles();
  if (draft.who === 'existing') {
    const { chosen } = draft;
    return h(Facts, {
      facts: [
        [t('record.fullName'), chosen && `${chosen.name} · #${chosen.number}`],
        [t('record.field.email'), chosen?.email],
        [t('record.field.phone'), chosen?.phone],
      ],
    });
  }
  const { values, drafts } = form;
  const fields = fieldsOf(profiles.data?.profiles ?? [], values.nationality);
  const typed = Object.entries(drafts).map(([name, value]) => {
    const label = fields.find((field) => field.name === name)?.label ?? name;
    return [fieldLabel(words, name, label), value ?? ''] as const;
  });
  const plain = textFields
    .filter((name) => name !== 'nationality')
    .map(
      (name) =>
        [
          name === 'phone' ? t('create.mobile') : t(`record.field.${name}`),
          shownValue(name, values[name].trim()),
        ] as const,
    );
  return h(Facts, {
    facts: [
      [t('record.field.nationality'), shownValue('nationality', values.nationality)],
      ...typed,
      [t('record.fullName'), form.fullName.trim()],
      ...plain,
    ],
  });
}
