import { validate } from 'stdnum/lib/cjs/it/codicefiscale.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** Decree of 23 December 1976: surname, name, birth, place, check letter; digits may be letters where two people share a code. */
const codiceFiscale = idField({
  name: 'codiceFiscale',
  label: 'Codice fiscale',
  hint: 'RSSMRA85T10A562S',
  shapes: ['AAAAAA**A**A***A'],
  pattern: /^[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/,
  hasRightCheck: (value) => validate(value).isValid,
});

export const it: readonly SensitiveField[] = [codiceFiscale];
