import { numberFormat } from './formatters.js';

/** An amount in minor units as people write it: `4800, 'EUR'` is “€48”, `4850` “€48.50”, `4800, 'JPY'` “¥4,800”. */
export function formatMoney(language: string, minor: number, currency: string): string {
  const options = { style: 'currency', currency } as const;
  const digits = numberFormat(language, options).resolvedOptions().maximumFractionDigits ?? 2;
  const unit = 10 ** digits;
  const shown = minor % unit === 0 ? { ...options, minimumFractionDigits: 0, maximumFractionDigits: 0 } : options;
  return numberFormat(language, shown).format(minor / unit);
}
