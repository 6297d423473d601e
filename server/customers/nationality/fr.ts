import { validate } from 'stdnum/lib/cjs/fr/nir.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** INSEE: sex, year, month, département (2A and 2B on Corsica), commune, order, and a key modulo 97. */
const nir = idField({
  name: 'nir',
  label: 'NIR (numéro de sécurité sociale)',
  hint: '2 55 08 14 168 025 38',
  shapes: ['# ## ## ** ### ### ##'],
  pattern: /^[1-478]\d{4}(?:\d\d|2[AB])\d{8}$/,
  hasRightCheck: (value) => validate(value).isValid,
});

export const fr: readonly SensitiveField[] = [nir];
