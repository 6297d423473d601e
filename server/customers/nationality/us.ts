import type { SensitiveField } from './field.js';
import { idField } from './field.js';
import { mothersMaidenName } from './names-and-papers.js';

/** Numbers of advertisements and leaflets, which the Social Security Administration declared invalid. */
const printed = ['078051120', '219099999'];

/** SSA: no area 000, 666 or 900 to 999, no group 00, no serial 0000 (POMS RM 10201.035). */
const ssn = idField({
  name: 'ssn',
  label: 'Social Security number (SSN)',
  required: true,
  hint: '123-45-6789',
  shapes: ['###-##-####'],
  pattern: /^\d{9}$/,
  isNeverIssued: (value) => /^(?:000|666|9)|^...00|0000$/.test(value) || printed.includes(value),
});

export const us: readonly SensitiveField[] = [ssn, mothersMaidenName];
