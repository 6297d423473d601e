import { AppError } from '../../lib/errors.js';
import type { SensitiveField, SensitiveReason } from '../nationality/field.js';
import type { RequiredFields } from '../nationality/profiles.js';
import { fieldNamed, profileOf } from '../nationality/profiles.js';

/** Values as they were typed, by their field's name; null or '' clears. */
export type SensitiveValues = Readonly<Record<string, string | null | undefined>>;

export type SensitiveProblem = {
  field: string;
  label: string;
  reason: SensitiveReason | 'unknown_field';
  message: string;
};

export interface CheckedValues {
  /** Every field that was given: its value as it is kept, or null to clear it. */
  values: Map<SensitiveField, string | null>;
  problems: SensitiveProblem[];
}

const words: Record<SensitiveReason, (field: SensitiveField) => string> = {
  length: ({ label, hint }) => `${label} is too long or too short. It looks like ${hint}.`,
  characters: ({ label, hint }) => `${label} holds signs that can't be in it. It looks like ${hint}.`,
  never_issued: ({ label }) => `${label}: this number is not given to anybody.`,
  check_digit: ({ label }) => `${label} has a slip in it: its check digit doesn't match.`,
};

/**
 * Checks values against the profile of a nationality. A field that is not in the profile may be cleared, since it may come from
 * an earlier nationality, and not set.
 */
export function checkSensitive(nationality: string | null, given: SensitiveValues): CheckedValues {
  const { fields } = profileOf(nationality);
  const checked: CheckedValues = { values: new Map(), problems: [] };
  for (const [name, raw] of Object.entries(given)) {
    if (raw === undefined) continue;
    const clears = raw === null || raw.trim() === '';
    const field = fields.find((one) => one.name === name) ?? (clears ? fieldNamed(name) : undefined);
    if (!field) {
      const message = 'This is not a field of the chosen nationality.';
      checked.problems.push({ field: name, label: name, reason: 'unknown_field', message });
    } else if (clears) {
      checked.values.set(field, null);
    } else {
      const answer = field.check(raw);
      if (answer.ok) checked.values.set(field, answer.value);
      else {
        const { label } = field;
        checked.problems.push({ field: name, label, reason: answer.reason, message: words[answer.reason](field) });
      }
    }
  }
  return checked;
}

/** As `checkSensitive`, with AppError `invalid_request` for the first problem; its details hold them all, and no value. */
export function insistOnSensitive(nationality: string | null, given: SensitiveValues): CheckedValues['values'] {
  const { values, problems } = checkSensitive(nationality, given);
  const [first] = problems;
  if (!first) return values;
  throw new AppError('invalid_request', first.message, {
    field: `sensitive.${first.field}`,
    details: {
      issues: problems.map(({ field, message, reason }) => ({ field: `sensitive.${field}`, message, reason })),
    },
  });
}

/**
 * The fields that the nationality calls for (FEATURES A023) and that would be empty: neither `given` a value now nor, unless they
 * are cleared now, among the `stored` ones. `required` overrides the countries' own rules.
 */
export function requiredMissing(
  nationality: string | null,
  given: SensitiveValues,
  stored: readonly string[],
  required: RequiredFields = {},
): string[] {
  return profileOf(nationality, required)
    .fields.filter((field) => field.required)
    .map((field) => field.name)
    .filter((name) => {
      const value = given[name];
      return value === undefined ? !stored.includes(name) : value === null || value.trim() === '';
    });
}
