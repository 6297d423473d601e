/** The prefix of a number that is given on a day (`YYYY-MM-DD`): `INV-{year}-` makes `INV-2026-`. */
export const prefixOn = (pattern: string, day: string): string => pattern.replaceAll('{year}', day.slice(0, 4));

/** `INV-2026-0007`: at least four digits, so that a year's numbers sort as they were given. */
export const numberText = (prefix: string, number: number): string => `${prefix}${String(number).padStart(4, '0')}`;

/** Days between dates `YYYY-MM-DD`, which are counted without any clock. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
