import { AppError } from '../lib/errors.js';
import type { Amounts, Calculation } from './amount-rules.js';
import { calculate } from './amount-rules.js';

/** What an invoice comes to. AppError `invalid_request` that names the field when there is no such invoice. */
export function priced(calculation: Calculation): Amounts {
  const found = calculate(calculation);
  if (found.possible) return found.amounts;
  const { reason } = found;
  if (reason === 'total_too_large')
    throw new AppError('invalid_request', 'lines come to more than an invoice can hold.', {
      field: 'lines',
      details: { reason },
    });
  const field = found.line === null ? 'discount' : `lines.${found.line}.discount`;
  throw new AppError('invalid_request', `${field} must not be more than what it is taken off.`, {
    field,
    details: { reason },
  });
}
