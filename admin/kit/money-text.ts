import { numberFormat } from '../../widget/kit/formatters.js';

/** How many digits a currency has behind the point: 2 for EUR, 0 for JPY, 3 for KWD. */
const digitsOf = (currency: string): number =>
  numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in minor units as one types it: `4800` of EUR is “48.00” or “48,00”, as the language writes it. */
export function moneyText(language: string, minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(language, { ...fraction, useGrouping: false }).format(minor / 10 ** digits);
}

/**
 * What was typed, in minor units: “48”, “48.5” and “48,50” are all understood, with or without a sign of the currency or points
 * between the thousands. null when it is no amount, or one finer than the currency.
 */
export function minorOf(text: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const bare = text.replace(/[\s\p{Sc}’']|[A-Z]{3}/gu, '');
  // Three figures behind a point or comma are thousands, unless the currency has as many.
  const found = (digits < 3 ? /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d*))?$/ : /^(\d+)(?:[.,](\d*))?$/).exec(bare);
  if (!found || (found[2] ?? '').length > digits) return null;
  const whole = found[1]!.replace(/[.,]/g, '');
  const minor = Number(whole + (found[2] ?? '').padEnd(digits, '0'));
  return Number.isSafeInteger(minor) && minor <= 1_000_000_000_00 ? minor : null;
}

/** An amount with its currency and all its digits, so that a column of them lines up: `4800, 'EUR'` is “€48.00”. */
export const fullMoney = (language: string, minor: number, currency: string): string =>
  numberFormat(language, { style: 'currency', currency }).format(minor / 10 ** digitsOf(currency));
