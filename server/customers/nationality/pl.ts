import { validate } from 'stdnum/lib/cjs/pl/pesel.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** Date of birth with the century in its month, order and sex, one check digit. */
const pesel = idField({
  name: 'pesel',
  label: 'PESEL',
  hint: '44051401359',
  shapes: ['###########'],
  pattern: /^\d{11}$/,
  hasRightCheck: (value) => validate(value).isValid,
});

export const pl: readonly SensitiveField[] = [pesel];
