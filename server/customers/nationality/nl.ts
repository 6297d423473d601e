import { validate } from 'stdnum/lib/cjs/nl/bsn.js';
import type { SensitiveField } from './field.js';
import { idField } from './field.js';

/** Nine digits that pass the elfproef; older ones are written with eight. */
const bsn = idField({
  name: 'bsn',
  label: 'BSN',
  hint: '1234.56.782',
  shapes: ['####.##.###'],
  pattern: /^\d{9}$/,
  padTo: 9,
  hasRightCheck: (value) => validate(value).isValid,
});

export const nl: readonly SensitiveField[] = [bsn];
