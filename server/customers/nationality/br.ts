import { validate } from 'stdnum/lib/cjs/br/cpf.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';
import { mothersMaidenName, paperField } from './names-and-papers.js';

/** Receita Federal: nine digits and two check digits, each modulo 11. */
const cpf = idField({
  name: 'cpf',
  label: 'CPF',
  required: true,
  hint: '123.456.789-09',
  shapes: ['###.###.###-##'],
  pattern: /^\d{11}$/,
  hasRightCheck: (value) => validate(value).isValid,
});

/** Each state numbers its own, so there is no rule for all. */
const rg = paperField({ name: 'rg', label: 'RG', hint: '12.345.678-9', min: 5, max: 14 });

export const br: readonly SensitiveField[] = [cpf, rg, mothersMaidenName];
