/** In which order a file writes the day, the month and the year. */
export const dateOrders = ['DMY', 'MDY', 'YMD'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Countries that write the month first. */
const monthFirst = new Set(['US', 'PH', 'PW', 'FM', 'MH']);

const pieces = /^(\d{1,4})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{1,4})\.?(?:[T ]\d{1,2}:\d{2}.*)?$/;

/** No date is longer, and a cell full of blanks must not cost a long search (ATTACKS S110). */
const longestDate = 60;
const piecesOf = (text: string): RegExpExecArray | null => (text.length > longestDate ? null : pieces.exec(text));

/** The order of the dates of a file: by values above 12, and where all of them can be read both ways by the country. */
export function detectDateOrder(values: readonly string[], country: string): DateOrder {
  let dayFirst = 0;
  let monthsFirst = 0;
  let yearFirst = 0;
  for (const value of values) {
    const found = piecesOf(value.trim());
    if (!found) continue;
    const [, a = '', b = ''] = found;
    if (a.length > 2) yearFirst += 1;
    else if (Number(a) > 12) dayFirst += 1;
    else if (Number(b) > 12) monthsFirst += 1;
  }
  if (yearFirst > dayFirst + monthsFirst) return 'YMD';
  if (dayFirst !== monthsFirst) return dayFirst > monthsFirst ? 'DMY' : 'MDY';
  return monthFirst.has(country) ? 'MDY' : 'DMY';
}

/**
 * A date of birth as `YYYY-MM-DD`; null when it is none, lies in the future or before 1900. Years come first wherever they have four
 * digits. A year of two digits is the last one that is not in the future. `today` is `YYYY-MM-DD`.
 */
export function readBirthDate(text: string, order: DateOrder, today: string): string | null {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, a = '', b = '', c = ''] = compact ?? piecesOf(text) ?? [];
  if (a === '') return null;
  let [year, month, day] = [c, b, a];
  if (a.length === 4 || (order === 'YMD' && c.length <= 2)) [year, month, day] = [a, b, c];
  else if (order === 'MDY') [year, month, day] = [c, a, b];
  if ((year.length !== 4 && year.length !== 2) || day.length > 2) return null;
  const full = year.length === 4 ? Number(year) : fullYear(Number(year), Number(today.slice(0, 4)));
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return full >= 1900 && date <= today && isDay(full, Number(month), Number(day)) ? date : null;
}

const fullYear = (year: number, thisYear: number): number => {
  const century = thisYear - (thisYear % 100);
  return century + year > thisYear ? century - 100 + year : century + year;
};

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number);
}
