import { validate } from 'stdnum/lib/cjs/ar/cuit.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** RENAPER: seven or eight digits in order of issue, without a check digit. */
const dni = idField({
  name: 'dni',
  label: 'DNI',
  hint: '12.345.678',
  shapes: ['##.###.###', '#.###.###'],
  pattern: /^[1-9]\d{6,7}$/,
});

/** ARCA: the kind of person, the DNI, and one check digit modulo 11. */
const cuit = idField({
  name: 'cuit',
  label: 'CUIT or CUIL',
  hint: '20-05536168-2',
  shapes: ['##-########-#'],
  pattern: /^\d{11}$/,
  hasRightCheck: (value) => validate(value).isValid,
});

export const ar: readonly SensitiveField[] = [dni, cuit];
