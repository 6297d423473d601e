/*
 * Round prices in other currencies than the euro. Not an exchange rate: a figure to begin with, which the owner sees and changes.
 */

/** About how many of a currency's units a shop asks where another asks one euro; 1 when absent. */
const perEuro: Record<string, number> = {
  AED: 4,
  ARS: 1200,
  AUD: 1.7,
  BGN: 2,
  BRL: 5,
  CAD: 1.5,
  CHF: 1.3,
  CLP: 900,
  CNY: 6,
  COP: 3500,
  CZK: 20,
  DKK: 8,
  EGP: 40,
  HKD: 9,
  HUF: 350,
  IDR: 12000,
  ILS: 4,
  INR: 60,
  ISK: 160,
  JPY: 130,
  KES: 100,
  KRW: 1300,
  MAD: 8,
  MXN: 18,
  MYR: 4,
  NGN: 1000,
  NOK: 12,
  NZD: 1.8,
  PEN: 4,
  PHP: 50,
  PLN: 4,
  QAR: 4,
  RON: 4,
  RSD: 100,
  RUB: 80,
  SAR: 4,
  SEK: 11,
  SGD: 1.6,
  THB: 35,
  TRY: 30,
  TWD: 30,
  UAH: 35,
  USD: 1.2,
  UYU: 40,
  VND: 22000,
  ZAR: 18,
};

/** How many digits a currency's minor unit has: 2 for euros and cents, 0 for yen (ISO 4217, as Unicode knows it). */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** A price of about `euros` in a currency's minor unit, rounded to what stands on a price list. */
export function roundPrice(euros: number, currency: string): number {
  const factor = perEuro[currency] ?? 1;
  const amount = euros * factor;
  // Two figures that count, the second a 0 or a 5 where the amount was converted: 65 euros are 78 dollars and 80 on the list.
  const step = factor === 1 ? 1 : 5 * 10 ** Math.max(0, Math.floor(Math.log10(Math.max(amount, 1))) - 1);
  return Math.round(amount / step) * step * 10 ** digitsOf(currency);
}
