import { validate as validateAadhaar } from 'stdnum/lib/cjs/in/aadhaar.js';
import { validate as validatePan } from 'stdnum/lib/cjs/in/pan.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** Income Tax Department: the fourth letter says who holds it, and 0000 is nobody's. It has no public check digit. */
const pan = idField({
  name: 'pan',
  label: 'PAN',
  hint: 'ABCPE1234F',
  shapes: ['AAAAA####A'],
  pattern: /^[A-Z]{5}\d{4}[A-Z]$/,
  isNeverIssued: (value) => !validatePan(value).isValid,
});

/** UIDAI: twelve digits, not beginning with 0 or 1, the last one by Verhoeff. */
const aadhaar = idField({
  name: 'aadhaar',
  label: 'Aadhaar',
  hint: '2341 2341 2346',
  shapes: ['#### #### ####'],
  pattern: /^[2-9]\d{11}$/,
  hasRightCheck: (value) => validateAadhaar(value).isValid,
});

export const india: readonly SensitiveField[] = [pan, aadhaar];
