import { validate as validateCard } from 'stdnum/lib/cjs/pt/cc.js';
import { validate as validateNif } from 'stdnum/lib/cjs/pt/nif.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** Autoridade Tributária: eight digits and one check digit modulo 11. */
const nif = idField({
  name: 'nif',
  label: 'NIF',
  hint: '123 456 789',
  shapes: ['### ### ###'],
  pattern: /^[1-9]\d{8}$/,
  hasRightCheck: (value) => validateNif(value).isValid,
});

/** The document number: the civil number with its check digit, two signs of the version, and one check digit (Luhn). */
const citizenCard = idField({
  name: 'citizenCard',
  label: 'Cartão de Cidadão',
  hint: '00000000 0 ZZ4',
  shapes: ['######## # **#'],
  pattern: /^\d{9}[A-Z0-9]{2}\d$/,
  hasRightCheck: (value) => validateCard(value).isValid,
});

export const pt: readonly SensitiveField[] = [nif, citizenCard];
