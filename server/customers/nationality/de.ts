import { validate } from 'stdnum/lib/cjs/de/idnr.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** BZSt: of the first ten digits exactly one comes twice or three times (not all three in a row); no zero in front. */
function isNeverIssued(value: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of value.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return value.startsWith('0') || repeated.length !== 1 || repeated[0]! > 3 || /(\d)\1\1/.test(value.slice(0, 10));
}

/** The eleventh digit checks (ISO 7064, modulo 11, 10). */
const steuerId = idField({
  name: 'steuerId',
  label: 'Steuer-ID',
  hint: '86 095 742 719',
  shapes: ['## ### ### ###'],
  pattern: /^\d{11}$/,
  isNeverIssued,
  hasRightCheck: (value) => validate(value).isValid,
});

export const de: readonly SensitiveField[] = [steuerId];
