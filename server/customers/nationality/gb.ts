import { validate } from 'stdnum/lib/cjs/gb/nino.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** HMRC (NIM39110): two letters that are in use, six digits, A to D. It has no check digit. */
const nino = idField({
  name: 'nino',
  label: 'National Insurance number',
  hint: 'AB 12 34 56 C',
  shapes: ['AA ## ## ## A'],
  pattern: /^[A-Z]{2}\d{6}[A-D]$/,
  isNeverIssued: (value) => !validate(value).isValid,
});

/** NHS Data Dictionary: weights 10 to 2, modulo 11, the tenth digit checks; where that would be 10, there is no such number. */
function hasNhsCheck(value: string): boolean {
  const sum = [...value.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === Number(value[9]);
}

const nhsNumber = idField({
  name: 'nhsNumber',
  label: 'NHS number',
  hint: '943 476 5919',
  shapes: ['### ### ####'],
  pattern: /^\d{10}$/,
  hasRightCheck: hasNhsCheck,
});

export const gb: readonly SensitiveField[] = [nino, nhsNumber];
