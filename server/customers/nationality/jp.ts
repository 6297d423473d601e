import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** Ordinance 85 of 2014 of the Ministry of Internal Affairs: weights 2 to 7, then 2 to 6, from the right; modulo 11; 10 and 11 are 0. */
function hasRightCheck(value: string): boolean {
  const sum = [...value.slice(0, 11)]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index < 6 ? index + 2 : index - 4), 0);
  const rest = sum % 11;
  return Number(value[11]) === (rest <= 1 ? 0 : 11 - rest);
}

const myNumber = idField({
  name: 'myNumber',
  label: 'My Number',
  hint: '1234 5678 9018',
  shapes: ['#### #### ####'],
  pattern: /^\d{12}$/,
  hasRightCheck,
});

export const jp: readonly SensitiveField[] = [myNumber];
