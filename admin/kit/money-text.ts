import { numberFormat } from '../../widget/kit/formatters.js';

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY. */
const digitsOf = (currency: string): number =>
  numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in minor units as it stands in a field: `4850, 'EUR'` is “48.50” or “48,50”, without the currency's sign. */
export function moneyText(language: string, minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  return numberFormat(language, shown).format(minor / 10 ** digits);
}

/**
 * What was typed as minor units: “48”, “48.5”, “48,50” and “1.250,00” are understood, whichever of the two signs the language uses;
 * null where it is no amount of this currency.
 */
export function minorOf(text: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const match = /^(\d{1,3}(?:[ .,’']?\d{3})*|\d+?)(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, whole = '', part = ''] = match;
  if (part.length > digits) return null;
  const minor = Number(whole.replace(/\D/g, '')) * 10 ** digits + Number(part.padEnd(digits, '0') || '0');
  return minor <= 100_000_000_000 ? minor : null;
}
