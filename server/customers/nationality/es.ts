import { validate } from 'stdnum/lib/cjs/es/nif.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** DNI (eight digits), NIE of foreigners (X, Y or Z and seven), K, L and M for those without either; the letter is modulo 23. */
const dniNie = idField({
  name: 'dniNie',
  label: 'DNI or NIE',
  hint: '12345678-Z',
  shapes: ['********-A'],
  pattern: /^[\dKLMXYZ]\d{7}[A-Z]$/,
  hasRightCheck: (value) => validate(value).isValid,
  isNeverIssued: (value) => value.startsWith('00000000'),
});

export const es: readonly SensitiveField[] = [dniNie];
