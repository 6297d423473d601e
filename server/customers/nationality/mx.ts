import { validate } from 'stdnum/lib/cjs/mx/curp.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** RENAPO: letters of the name, birth, sex, state, consonants, and one check digit. */
const curp = idField({
  name: 'curp',
  label: 'CURP',
  hint: 'BOXW310820HNERXN09',
  shapes: ['AAAA######AAAAAA*#'],
  pattern: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d$/,
  hasRightCheck: (value) => validate(value).isValid,
});

export const mx: readonly SensitiveField[] = [curp];
