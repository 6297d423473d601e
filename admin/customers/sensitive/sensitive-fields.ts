import { Lock } from 'lucide';
import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { Problem } from '../../kit/problem.js';
import { KeptValue } from './kept-value.js';
import { fieldLabel, fieldsOf, useProfiles } from './profiles.js';
import css from './sensitive-fields.css';
import { ValueField } from './value-field.js';

style(css);

/** What the record says of its sensitive values. */
export interface StoredValue {
  field: string;
  label: string;
  masked: string;
}

/** What is to be saved, by field: absent leaves, null removes. Goes into a record's `sensitive` as it is. */
export type SensitiveDrafts = Readonly<Record<string, string | null | undefined>>;

export interface SensitiveFieldsProps {
  /** The customer number; null for one that is not added yet. */
  number: number | null;
  /** As chosen in the form now. */
  nationality: string | null;
  stored: readonly StoredValue[];
  drafts: SensitiveDrafts;
  onDrafts: (drafts: SensitiveDrafts) => void;
  /** By field; `sensitiveErrors` makes them of a refusal. */
  errors?: Readonly<Record<string, string>>;
  /** Permission `customers.view_sensitive`. */
  may: boolean;
  /** The record is only looked at: values can be revealed, and not changed. */
  readOnly?: boolean;
}

/** The sensitive fields that the nationality calls for (FEATURES A022 to A024), masked for those who may not see them (A112). */
export function SensitiveFields(props: SensitiveFieldsProps): View {
  const { number, nationality, stored, drafts, onDrafts, errors = {}, may, readOnly } = props;
  const { words } = useAdmin();
  const { t } = words;
  const profiles = useProfiles();
  if (!profiles.data)
    return profiles.error !== undefined && !profiles.waiting
      ? h(Problem, { error: profiles.error, onRetry: profiles.reload, beside: true })
      : h(Skeleton, { rows: 2, height: 44, label: t('common.loading') });

  const fields = fieldsOf(profiles.data.profiles, nationality);
  const draft = (field: string, value: string | null | undefined) => onDrafts({ ...drafts, [field]: value });
  const earlier = stored.filter(({ field }) => !fields.some(({ name }) => name === field));
  return html`<div class="sensitive-fields">
    ${!may && h(Notice, { meaning: 'info', icon: Lock, children: t('sensitive.mayNot') })}
    ${fields.map((field) => {
      const masked = stored.find((value) => value.field === field.name)?.masked;
      if (may && !readOnly)
        return h(ValueField, {
          key: field.name,
          number,
          field,
          masked,
          draft: drafts[field.name],
          error: errors[field.name],
          onDraft: (value) => draft(field.name, value),
        });
      const label = fieldLabel(words, field.name, field.label);
      return (
        number !== null &&
        masked !== undefined &&
        h(KeptValue, { key: field.name, number, field: field.name, label, masked, may })
      );
    })}
    ${
      number !== null &&
      earlier.map(({ field, label, masked }) =>
        h(KeptValue, {
          key: field,
          number,
          field,
          label: fieldLabel(words, field, label),
          masked,
          may,
          note: t(drafts[field] === null ? 'sensitive.willGo' : 'sensitive.earlier'),
          children:
            !readOnly &&
            h(Button, {
              size: 'small',
              kind: 'quiet',
              onPress: () => draft(field, drafts[field] === null ? undefined : null),
              children: t(drafts[field] === null ? 'sensitive.keep' : 'sensitive.remove'),
            }),
        }),
      )
    }
  </div>`;
}
