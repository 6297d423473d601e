import { applyShape, maskId } from './shape.js';

/** Why a value is none of its field: too long or short, signs that can't be in it, a number that is given to nobody, a slip of the pen. */
export const sensitiveReasons = ['length', 'characters', 'never_issued', 'check_digit'] as const;
export type SensitiveReason = (typeof sensitiveReasons)[number];

export type Checked = { ok: true; value: string } | { ok: false; reason: SensitiveReason };

/** One sensitive field of a nationality's profile (FEATURES A022 to A024). */
export interface SensitiveField {
  /** Unique among all countries' fields: `ssn`, `cpf`. */
  readonly name: string;
  /** In English, or what the thing is called everywhere: `CPF`. */
  readonly label: string;
  readonly required: boolean;
  /** An example, as people write it. Nobody's. */
  readonly hint: string;
  /** How it is written: `#` a digit, `A` a letter, `*` either, the rest as it stands. Null where there is no one way. */
  readonly shape: string | null;
  /** Whether a customer can be found by it. */
  readonly searchable: boolean;
  /** The value as it is kept: one spelling of each number. */
  check(value: string): Checked;
  /** A kept value as people write it. */
  format(value: string): string;
  /** A kept value as everybody may see it: at most the last four signs, and never more than half. */
  mask(value: string): string;
}

interface IdRules {
  name: string;
  label: string;
  required?: boolean;
  hint: string;
  /** One shape for each length that there is. */
  shapes: readonly string[];
  /** What the compact value must look like. */
  pattern: RegExp;
  /** Zeros that are left out in front are put back up to this length. */
  padTo?: number;
  /** The check digits, from the country's own rule. */
  hasRightCheck?: (value: string) => boolean;
  isNeverIssued?: (value: string) => boolean;
}

const slots = (shape: string): number => shape.replace(/[^#A*]/g, '').length;
/** What people write between the signs: spaces, dots, slashes, dashes of every kind. */
const separators = /[\s./\\\-\u2010-\u2015]/g;
// Check-digit rules let 111.111.111-11 pass, which is what people type to get past a field.
const isOneDigit = (value: string): boolean => /^(\d)\1+$/.test(value);

/** A field for a number (or code) that a state gives out. */
export function idField(rules: IdRules): SensitiveField {
  const lengths = rules.shapes.map(slots);
  const shapeFor = (value: string): string | undefined => rules.shapes.find((shape) => slots(shape) === value.length);
  const format = (value: string): string => {
    const shape = shapeFor(value);
    return shape ? applyShape(shape, value) : value;
  };
  return {
    name: rules.name,
    label: rules.label,
    required: rules.required ?? false,
    hint: rules.hint,
    shape: rules.shapes[0] ?? null,
    searchable: true,
    check(raw) {
      const compact = raw.normalize('NFKC').toUpperCase().replace(separators, '');
      if (!/^[A-Z0-9]*$/.test(compact)) return { ok: false, reason: 'characters' };
      const isShort = rules.padTo !== undefined && compact.length === rules.padTo - 1;
      const value = isShort ? `0${compact}` : compact;
      if (!lengths.includes(value.length)) return { ok: false, reason: 'length' };
      if (!rules.pattern.test(value)) return { ok: false, reason: 'characters' };
      if (isOneDigit(value) || rules.isNeverIssued?.(value)) return { ok: false, reason: 'never_issued' };
      if (rules.hasRightCheck && !rules.hasRightCheck(value)) return { ok: false, reason: 'check_digit' };
      return { ok: true, value };
    },
    format,
    mask: (value) => maskId(format(value)),
  };
}
