import type { ApiError } from '../../widget/kit/api.js';
import type { AdminWords, WordKey } from '../admin-words.js';

const reasons: Record<string, WordKey> = {
  has_invoice: 'invoices.fault.has_invoice',
  nothing_to_invoice: 'invoices.fault.nothing_to_invoice',
  no_lines: 'invoices.fault.no_lines',
  no_email: 'invoices.fault.no_email',
  status: 'invoices.fault.status',
  discount_too_large: 'invoices.fault.discount_too_large',
  total_too_large: 'invoices.fault.total_too_large',
};

/** What went wrong with an invoice, in words; undefined for what can go wrong everywhere. */
export function invoiceFault({ t }: AdminWords, error: ApiError): string | undefined {
  if (error.code === 'stale') return t('invoices.fault.stale');
  const key = reasons[String(error.details['reason'])];
  return key && t(key as 'invoices.fault.status');
}
