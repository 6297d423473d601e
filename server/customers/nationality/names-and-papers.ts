import type { SensitiveField } from './field.js';
import { maskId } from './shape.js';

/** A word that only its owner should know: its mask tells nothing, not even how long it is (FEATURES A024). */
export const mothersMaidenName: SensitiveField = {
  name: 'mothersMaidenName',
  label: 'Mother’s maiden name',
  required: false,
  hint: 'Silva',
  shape: null,
  // Names are few: an index of them, keyed or not, would tell who has the same.
  searchable: false,
  check(raw) {
    const value = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
    if ([...value].length > 100) return { ok: false, reason: 'length' };
    return /^[\p{L}\p{M}' ’.-]*\p{L}[\p{L}\p{M}' ’.-]*$/u.test(value)
      ? { ok: true, value }
      : { ok: false, reason: 'characters' };
  },
  format: (value) => value,
  mask: () => '••••••••',
};

interface PaperRules {
  name: string;
  label: string;
  hint: string;
  min: number;
  max: number;
}

/** The number of a paper that follows no one rule: letters and digits, at least one digit. */
export function paperField({ name, label, hint, min, max }: PaperRules): SensitiveField {
  return {
    name,
    label,
    required: false,
    hint,
    shape: null,
    searchable: true,
    check(raw) {
      const value = raw
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[\s./\-\u2010-\u2015]/g, '');
      if (!/^[\p{L}\p{N}]*$/u.test(value) || !/\p{N}/u.test(value)) return { ok: false, reason: 'characters' };
      const { length } = [...value];
      return length >= min && length <= max ? { ok: true, value } : { ok: false, reason: 'length' };
    },
    format: (value) => value,
    mask: maskId,
  };
}

/** Where no country's own rules are known. */
export const passportOrId = paperField({
  name: 'passportOrId',
  label: 'Passport or ID number',
  hint: 'X1234567',
  min: 4,
  max: 30,
});
